import { expect, test } from "vitest";
import { parseYaml } from "../../../src/sigma/yaml/parseYaml.ts";
import { plainData } from "../../../src/sigma/yaml/plainData.ts";
import { data } from "../../../src/sigma/printing/printable.ts";
import { printYaml } from "../../../src/sigma/yaml/printYaml.ts";
import type { Json } from "../../../src/std/index.ts";
import { many, pick, random, type Random } from "../random.ts";
import { randomText } from "../randomText.ts";

test.each([
  { value: "plain text", text: "plain text\n" },
  { value: "C:\\Windows\\cmd.exe /c", text: "C:\\Windows\\cmd.exe /c\n" },
  { value: "https://example.org/a", text: "https://example.org/a\n" },
  { value: "", text: "''\n" },
  { value: "it's: so", text: "'it''s: so'\n" },
  { value: "*", text: "'*'\n" },
  { value: "5", text: "'5'\n" },
  { value: "yes", text: "'yes'\n" },
  { value: "12:30:45", text: "'12:30:45'\n" },
  { value: "2022-01-07", text: "2022-01-07\n" },
  { value: "a\u0007\u{E0001}", text: '"a\\u0007\\U000e0001"\n' },
  { value: "one\ntwo", text: "|-\n  one\n  two\n" },
  { value: { a: "one\n\ntwo\n" }, text: "a: |\n  one\n\n  two\n" },
  { value: { a: "one\n  \ntwo" }, text: 'a: "one\\n  \\ntwo"\n' },
  { value: { a: [1, null, true], b: { c: "d" } }, text: "a:\n  - 1\n  - null\n  - true\nb:\n  c: d\n" },
  { value: [[1, [2]], { a: 1, b: [] }, {}], text: "- - 1\n  - - 2\n- a: 1\n  b: []\n- {}\n" },
  { value: { "a: b": { "": 1 } }, text: "'a: b':\n  '': 1\n" },
  { value: { ["k".repeat(129)]: 1 }, text: `? ${"k".repeat(129)}\n: 1\n` },
])("$value is written as $text", ({ value, text }) => {
  expect(printYaml(data(value))).toBe(text);
});

function randomData(next: Random, depth: number): Json {
  switch (next(depth > 3 ? 4 : 6)) {
    case 0:
      return pick(next, [null, true, false, 0, -1.5, 4688, 1e21, 1e-7]);
    case 1:
    case 2:
    case 3:
      return randomText(next);
    case 4:
      return many(next(4), () => randomData(next, depth + 1));
    default:
      return Object.fromEntries(many(next(4), () => [randomText(next), randomData(next, depth + 1)]));
  }
}

test("whatever is written is read back as the same data", () => {
  for (let seed = 1; seed <= 3_000; seed++) {
    const value = randomData(random(seed), 0);
    const text = printYaml(data(value));
    const documents = parseYaml(text);
    expect(
      documents.map(({ root }) => root && plainData(root)),
      `seed ${seed}: ${text}`,
    ).toEqual([value]);
    expect(
      documents.flatMap(({ problems }) => problems),
      `seed ${seed}`,
    ).toEqual([]);
  }
});
