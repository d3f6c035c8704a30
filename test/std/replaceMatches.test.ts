import { expect, test } from "vitest";
import { compileReplacer } from "../../src/std/replaceMatches.ts";

const replaceAll = (source: string, text: string, by: (groups: readonly (string | undefined)[]) => string): string => {
  const compiled = compileReplacer(source);
  if (!compiled.ok) throw new Error(compiled.reason);
  return compiled.replace(text, by);
};

test.each([
  { source: "a", text: "banana", replaced: "b<a>n<a>n<a>", because: "every match is replaced" },
  { source: "an|n", text: "banana", replaced: "b<an><an>a", because: "matches do not overlap" },
  { source: "x", text: "banana", replaced: "banana", because: "there is no match" },
  { source: "x*", text: "ab", replaced: "<>a<>b<>", because: "nothing matches everywhere" },
  { source: "^b|a$", text: "banana", replaced: "<b>anan<a>", because: "anchors hold" },
  { source: "😀.", text: "a😀é😀", replaced: "a<😀é>😀", because: "a dot is one code point" },
  { source: "A", text: "a", replaced: "a", because: "letter case counts" },
])("$source in $text gives $replaced: $because", ({ source, text, replaced }) => {
  expect(replaceAll(source, text, ([match]) => `<${match}>`)).toBe(replaced);
});

test("groups are handed over, those without a part are undefined", () => {
  expect(replaceAll("(a)|(?P<b>b)", "ab", (groups) => `${JSON.stringify(groups.map((group) => group ?? null))};`)).toBe(
    '["a","a",null];["b",null,"b"];',
  );
  expect(compileReplacer("(a)|(?P<b>b)")).toMatchObject({ groupCount: 2, groupNames: new Map([["b", 2]]) });
});

test("what is not linear is refused", () => {
  expect(compileReplacer("(?=a)b")).toMatchObject({ ok: false });
});

test("what takes others exponential time comes to an end here", () => {
  const text = `${"a".repeat(20_000)}b`;
  expect(replaceAll("(a+)+$", text, () => "")).toBe(text);
});
