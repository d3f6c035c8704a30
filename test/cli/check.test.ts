import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ruleYaml } from "../setup/samples.ts";
import { run } from "./program.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "detectql-check-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, text: string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, text);
  return file;
}

/** Ten mistakes of ten kinds, each in a place of its own. */
const tenMistakes = `title: Ten mistakes
status: stabel
level: severe
tags:
  attack: t1059
author: [a, b]
logsource:
  product: windows
detection:
  one:
    CommandLine|contain: a
  two:
    CommandLine|re: '(?=x)'
  three: []
  four:
    Ip|cidr: 10.0.0.0/99
  four:
    Image: x
  condition: one or five
`;

test("a file with ten mistakes reports ten problems, each at its place, in one run", async () => {
  const file = await write("ten.yml", tenMistakes);
  const { printed, exitCode } = await run("check", file, "--format", "json");
  const problems = printed.map((line) => JSON.parse(line) as { code: string; line: number; severity: string });
  expect(exitCode).toBe(1);
  expect(problems.map(({ code, line }) => [line, code])).toMatchInlineSnapshot(`
    [
      [
        2,
        "unknown-status",
      ],
      [
        3,
        "unknown-level",
      ],
      [
        5,
        "wrong-type",
      ],
      [
        6,
        "wrong-type",
      ],
      [
        11,
        "unknown-modifier",
      ],
      [
        13,
        "invalid-regex",
      ],
      [
        14,
        "empty-selection",
      ],
      [
        16,
        "invalid-cidr",
      ],
      [
        17,
        "duplicate-key",
      ],
      [
        19,
        "unknown-selection",
      ],
    ]
  `);
});

test("a rule in order passes, and says so", async () => {
  const file = await write("good.yml", ruleYaml());
  const { said, exitCode } = await run("check", file, "--errors-only");
  expect(said.at(-1)).toMatch(/^1 files: 0 errors, \d+ warnings$/);
  expect(exitCode).toBe(0);
});

test("an error is printed with file, line, column, code and a caret", async () => {
  const file = await write("typo.yml", ruleYaml().replace("|contains", "|contain"));
  const { printed } = await run("check", file, "--errors-only");
  expect(printed).toEqual([
    `${file}:13:21: error[unknown-modifier]: there is no modifier \`contain\`\n` +
      "    ScriptBlockText|contain: Send-MailMessage\n" +
      "                    ^^^^^^^\n" +
      "hint: did you mean `contains`?",
  ]);
});

test("a rule that needs a list of values is warned about, as the lists are in the service", async () => {
  const file = await write("list.yml", ruleYaml().replace("|contains: Send-MailMessage", "|expand: '%mailers%'"));
  const { printed, exitCode } = await run("check", file);
  expect(printed.join("\n")).toMatch(/list\.yml:13:29: warning\[unresolved-placeholder\]: .*`mailers`/);
  expect(exitCode).toBe(0);
});

test("rules are checked against each other", async () => {
  const one = await write("one.yml", ruleYaml());
  const two = await write("two.yml", ruleYaml({ title: "Other" }));
  const { printed } = await run("check", one, two, "--format", "json");
  const codes = printed.map((line) => JSON.parse(line) as { code: string; file: string });
  expect(codes.filter(({ file }) => file === two).map(({ code }) => code)).toContain("duplicate-id");
});

test("the deprecated aggregation is explained by the correlation that means the same", async () => {
  const file = await write(
    "old.yml",
    ruleYaml().replace("condition: selection", "condition: selection | count() by Computer > 5\n  timeframe: 5m"),
  );
  const { printed } = await run("check", file, "--errors-only");
  expect(printed.join("\n")).toMatch(
    /error\[deprecated-aggregation\][\s\S]*hint: write a correlation rule with .*event_count/,
  );
});
