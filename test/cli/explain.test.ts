import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "./program.ts";

const data = fileURLToPath(new URL("../data/explanations/", import.meta.url));
const events = path.join(data, "events.ndjson");
const encoded = "00000000-0000-4000-8000-00000000e001";
const script = "00000000-0000-4000-8000-00000000e002";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "detectql-explain-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const explained = (...args: readonly string[]) =>
  run("eval", "--rules", data, "--events", events, "--explain", ...args);
const heads = (printed: readonly string[]) => printed.filter((line) => line.startsWith("event "));

test("an explanation is printed as a tree", async () => {
  const { printed } = await explained("--rule", encoded, "--event", "0", "1");
  await expect(printed.join("\n")).toMatchFileSnapshot(path.join(data, "explained.txt"));
});

test.each([
  {
    args: ["--rule", script],
    found: ["0 is not of the logsource of", "1 matches", "2 does not match"],
    because: "a rule was chosen",
  },
  { args: ["--rule", "Script asks for itself", "--event", "2"], found: ["2 does not match"], because: "by its title" },
  { args: [], found: ["1 matches"], because: "of several rules the matches are explained" },
  { args: ["--event", "0"], found: [], because: "nothing matches that event" },
])("$args explains $found: $because", async ({ args, found }) => {
  const { printed, said } = await explained(...args);
  expect(heads(printed).map((line) => line.replace(/^event | 0000.*$/g, ""))).toEqual(found);
  if (found.length === 0) expect(said).toContain("nothing to explain: no match; choose a rule with --rule");
});

test("an only rule need not be chosen", async () => {
  const { printed } = await run("eval", "--rules", path.join(data, "other.yml"), "--events", events, "--explain");
  expect(heads(printed)).toHaveLength(3);
});

test("what is more than anybody reads is counted", async () => {
  const many = path.join(folder, "many.ndjson");
  await writeFile(many, (await readFile(events, "utf8")).repeat(40));
  const { printed, said } = await run("eval", "--rules", data, "--events", many, "--explain", "--rule", script);
  expect(heads(printed)).toHaveLength(100);
  expect(said).toContain("20 more are not explained: choose with --rule and --event");
});

test.each([
  { args: ["--explain", "--rule", "nobody"], message: "--rule nobody: no rule that could be loaded" },
  { args: ["--rule", script], message: "--rule and --event go with --explain" },
  { args: ["--explain", "--event", "x"], message: "--event x: events are counted from 0" },
])("$args is refused", async ({ args, message }) => {
  await expect(run("eval", "--rules", data, "--events", events, ...args)).rejects.toThrow(message);
});
