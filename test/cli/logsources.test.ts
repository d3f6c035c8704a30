import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "./program.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "detectql-logsources-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const rule = (logsource: string) => `title: t\nlogsource: ${logsource}\ndetection:\n  s:\n    a: b\n  condition: s\n`;

async function write(name: string, ...logsources: readonly string[]): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, logsources.map(rule).join("---\n"));
  return file;
}

test("the share is printed, then what is missing with its reason, the most frequent first", async () => {
  const known = ["{ product: windows, category: process_creation }", "{ product: okta, service: okta }"];
  const one = "{ product: okta, service: cloudtrail }";
  const file = await write("some.yml", ...known, one, "{ product: abacus }", "{ product: abacus }");
  const { printed } = await run("logsources", file);
  expect(printed).toEqual([
    "2 of 5 rules (40.00 %) have a logsource that is recognised in events",
    '    2  product abacus: no shape gives product "abacus"',
    '    1  product okta, service cloudtrail: product "okta" never comes with service "cloudtrail"',
  ]);
});

test("the share is never rounded up to all", async () => {
  const known = Array.from({ length: 50 }, () => "{ product: windows }");
  const { printed } = await run("logsources", await write("many.yml", ...known, "{ product: abacus }"));
  expect(printed[0]).toBe("50 of 51 rules (98.03 %) have a logsource that is recognised in events");
});

test("where all are recognised there is nothing to list", async () => {
  const { printed } = await run("logsources", await write("all.yml", "{ category: process_creation }"));
  expect(printed).toEqual(["1 of 1 rules (100.00 %) have a logsource that is recognised in events"]);
});
