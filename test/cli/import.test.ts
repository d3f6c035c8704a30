import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ruleYaml } from "../setup/samples.ts";
import { useRooms } from "../setup/rooms.ts";
import { runWith } from "./program.ts";

const rooms = useRooms();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "detectql-import-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const importFile = async (name: string, text: string, ...options: readonly string[]) => {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return await runWith((work) => work(rooms()), "import", file, ...options);
};

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

test("warnings are counted by code, the most frequent first, and hinder nothing", async () => {
  const two = [1, 2].map((n) => ruleYaml({ id: uuid(n), title: `Number ${n}.`, needle: `needle-${n}` }));
  const { printed, exitCode } = await importFile("two_rules_with_dots.yml", two.join("---\n"));
  expect(printed).toContain("     2 × warning[title-ends-with-dot]");
  expect(printed.at(-1)).toBe("1 files: 2 new, 0 changed, 0 unchanged; 0 files failed");
  const counts = printed.slice(0, -1).map((line) => Number(line.slice(0, 6)));
  expect(counts).toEqual(counts.toSorted((one, other) => other - one));
  expect(exitCode).toBe(0);
});

test("with --verbose each warning is printed with its place", async () => {
  const text = ruleYaml({ id: uuid(3), title: "Ends with a dot.", needle: "needle-3" });
  const { printed } = await importFile("a_rule_with_a_dot.yml", text, "--verbose");
  const place = path.join(folder, "a_rule_with_a_dot.yml:1:8");
  expect(printed.join("\n")).toContain(`${place}: warning[title-ends-with-dot]`);
});

test("an error is printed with its place and fails the file, not the others in it", async () => {
  const bad = ruleYaml({ id: uuid(4) }).replace("|contains", "|contain");
  const { printed, exitCode } = await importFile("a_bad_rule.yml", `${bad}---\n${ruleYaml({ id: uuid(5) })}`);
  expect(printed[0]).toContain("a_bad_rule.yml:13:21: error[unknown-modifier]");
  expect(printed.at(-1)).toBe("1 files: 1 new, 0 changed, 0 unchanged; 1 files failed");
  expect(exitCode).toBe(1);
});
