import path from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { createProgram } from "../../src/cli/index.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { testNow, useRooms } from "../setup/rooms.ts";
import { run } from "./program.ts";

const data = fileURLToPath(new URL("../data/coverage/", import.meta.url));
const files = ["--rules", path.join(data, "rules.yml"), "--events", path.join(data, "events.ndjson")];
const rooms = useRooms();

beforeAll(async () => {
  await addRule(rooms());
  await addRule(rooms(), { id: "00000000-0000-4000-8000-00000000f009", title: "Elsewhere", category: "ps_module" });
  await ingest(rooms(), {}, {});
  await rooms().tallies.flush();
});

test.each([
  { golden: "report.txt", args: [] },
  { golden: "all.txt", args: ["--all"] },
  { golden: "named.txt", args: ["--rule", "By image", "other_system"] },
  { golden: "report.ndjson", args: ["--format", "json"] },
])("coverage of files with $args is printed as $golden", async ({ golden, args }) => {
  const { printed } = await run("coverage", ...files, ...args);
  await expect(printed.join("\n")).toMatchFileSnapshot(path.join(data, golden));
});

test("coverage of the store is of what has arrived", async () => {
  const printed: string[] = [];
  const program = createProgram({
    version: "0",
    serve: () => Promise.resolve(),
    withRooms: (work) => work(rooms()),
    clock: () => testNow,
    print: (line) => printed.push(line),
    say: () => undefined,
  });
  await program.parseAsync(["node", "detectql", "coverage", "--days", "1"]);
  expect(printed.at(-1)).toBe("2 rules: 0 cannot fire, 0 not known yet, 1 without events, 1 can fire");
  expect(printed).toContain("windows/powershell/4104: 2 events, 2 looked at, 1 rule");
});

test.each([
  { args: ["--events", "x"], message: "--events and --rules go together" },
  { args: ["--rules", "x"], message: "--events and --rules go together" },
  { args: ["--days", "31"], message: "--days 31: a number from 1 to 30" },
  { args: [...files, "--rule", "nobody"], message: "--rule nobody" },
])("coverage $args is refused: $message", async ({ args, message }) => {
  await expect(run("coverage", ...args)).rejects.toThrow(message);
});
