import { expect, test } from "vitest";
import type { Node, ScalarNode } from "../../src/sigma/yaml/node.ts";
import { parseYaml } from "../../src/sigma/yaml/parseYaml.ts";
import { spanWithin } from "../../src/sigma/yaml/spanWithin.ts";

const raw = String.raw;

/** The value of `key` in a text that holds one document. */
function valueIn(text: string, key = "key"): Node | undefined {
  const root = parseYaml(text)[0]?.root;
  return root?.kind === "map" ? root.entries.find((entry) => entry.key.text === key)?.value : undefined;
}

function scalarIn(text: string): ScalarNode {
  const value = valueIn(text);
  if (value?.kind !== "scalar") throw new Error(`no scalar in ${text}`);
  return value;
}

test.each([
  { yaml: "a", type: "string", text: "a" },
  { yaml: "", type: "null", text: "" },
  { yaml: "~", type: "null", text: "~" },
  { yaml: "null", type: "null", text: "null" },
  { yaml: "Null", type: "null", text: "Null" },
  { yaml: "nULL", type: "string", text: "nULL" },
  { yaml: "'null'", type: "string", text: "null" },
  { yaml: "''", type: "string", text: "" },
  { yaml: "true", type: "boolean", text: "true" },
  { yaml: "FALSE", type: "boolean", text: "FALSE" },
  { yaml: "tRUE", type: "string", text: "tRUE" },
  { yaml: '"true"', type: "string", text: "true" },
  { yaml: "yes", type: "string", text: "yes" },
  { yaml: "No", type: "string", text: "No" },
  { yaml: "on", type: "string", text: "on" },
  { yaml: "off", type: "string", text: "off" },
  { yaml: "4688", type: "number", text: "4688" },
  { yaml: "-1", type: "number", text: "-1" },
  { yaml: "+1", type: "number", text: "+1" },
  { yaml: "012", type: "number", text: "012" },
  { yaml: "0o17", type: "number", text: "0o17" },
  { yaml: "0x1F3FFF", type: "number", text: "0x1F3FFF" },
  { yaml: "-0x1", type: "string", text: "-0x1" },
  { yaml: "0b101", type: "string", text: "0b101" },
  { yaml: "1_000", type: "string", text: "1_000" },
  { yaml: "1:30", type: "string", text: "1:30" },
  { yaml: "1.50", type: "number", text: "1.50" },
  { yaml: ".5", type: "number", text: ".5" },
  { yaml: "1e3", type: "number", text: "1e3" },
  { yaml: "1e999", type: "string", text: "1e999" },
  { yaml: "1.2.3", type: "string", text: "1.2.3" },
  { yaml: ".inf", type: "string", text: ".inf" },
  { yaml: ".nan", type: "string", text: ".nan" },
  { yaml: "12345678901234567890123", type: "number", text: "12345678901234567890123" },
  { yaml: "2022-01-07", type: "string", text: "2022-01-07" },
  { yaml: "0xZZ", type: "string", text: "0xZZ" },
  { yaml: "'4688'", type: "string", text: "4688" },
  { yaml: "!!str 4688", type: "string", text: "4688" },
  { yaml: "!!str", type: "string", text: "" },
  { yaml: "&anchor 4688", type: "number", text: "4688" },
  { yaml: "4688 # id", type: "number", text: "4688" },
  { yaml: raw`"a\tb\u0041\\"`, type: "string", text: "a\tbA\\" },
  { yaml: raw`'it''s \t'`, type: "string", text: raw`it's \t` },
  { yaml: "|\n  a\n  b\n", type: "string", text: "a\nb\n" },
  { yaml: ">-\n  a\n  b\n", type: "string", text: "a b" },
  { yaml: "|\n  42", type: "string", text: "42\n" },
  { yaml: "a\n  b", type: "string", text: "a b" },
])("the YAML $yaml is a $type with the text $text", ({ yaml, type, text }) => {
  expect(scalarIn(`key: ${yaml}`)).toMatchObject({ type, text });
});

test.each([
  { yaml: "key: plain", span: "plain" },
  { yaml: "key:   'single'  # comment", span: "'single'" },
  { yaml: 'key: "double"', span: '"double"' },
  { yaml: "key: |\n\n  block\n  text\n\nnext: 1", span: "block\n  text" },
  { yaml: "key: >2\n   folded\n", span: "folded" },
  { yaml: "key: |\nnext: 1", span: "" },
  { yaml: "key: two\n  lines\nnext: 1", span: "two\n  lines" },
  { yaml: "key: [a, b]", span: "[a, b]" },
  { yaml: "key: [a, [b], ] # c", span: "[a, [b], ]" },
  { yaml: "key: []", span: "[]" },
  { yaml: "key: [ # none\n ]\nnext: 1", span: "[ # none\n ]" },
  { yaml: "key: {a: b, c: }", span: "{a: b, c: }" },
  { yaml: "key: {a: {b: c}}", span: "{a: {b: c}}" },
  { yaml: "key: [a: b]", span: "[a: b]" },
  { yaml: "key:\n  a: 1\n  b: 2\n\n# comment\nnext: 1", span: "a: 1\n  b: 2" },
  { yaml: "key:\n- a\n- b\nnext: 1", span: "- a\n- b" },
  { yaml: "key:\n  - a:\n      - b\nnext: 1", span: "- a:\n      - b" },
  { yaml: "key: # comment\nnext: 1", span: "" },
  { yaml: "\uFEFFkey: after a byte order mark", span: "after a byte order mark" },
  { yaml: "a: 1\r\nkey: after CR LF\r\n", span: "after CR LF" },
  { yaml: "a: \u{1F600}\nkey: after an emoji", span: "after an emoji" },
  { yaml: "--- # first\na: 1\n---\nkey: x\n", span: undefined },
])("the value in $yaml stands at $span", ({ yaml, span }) => {
  const value = valueIn(yaml);
  expect(value && yaml.slice(value.span.start, value.span.end)).toBe(span);
});

test("the place of nothing is behind the colon or the dash", () => {
  const text = "key:\nlist:\n  -\n  - a\n  - # comment\n";
  const list = valueIn(text, "list");
  const starts = list?.kind === "sequence" ? list.items.map((item) => item.span.start) : [];
  expect([valueIn(text)?.span.start, ...starts]).toEqual([
    4,
    text.indexOf("-") + 1,
    text.indexOf("- a") + 2,
    text.indexOf("- #") + 1,
  ]);
});

test.each([
  { yaml: "key: a|b", within: "b", because: "a plain value stands unchanged" },
  { yaml: "key: 'a|b'", within: "b", because: "so does one in quotes" },
  { yaml: 'key: "a|b"', within: "b", because: "of either kind" },
  { yaml: "key: 'a|''b'", within: "'a|''b'", because: "a doubled quote moves what follows" },
  { yaml: raw`key: "a|\u0062"`, within: raw`"a|\u0062"`, because: "so does an escape" },
  { yaml: "key: a|b\n  c", within: "a|b\n  c", because: "a folded line has no exact place" },
  { yaml: "key: |-\n  a|b", within: "a|b", because: "a block is blamed as a whole" },
  { yaml: "key: >-\n  a|b", within: "a|b", because: "folded or not" },
])("within $yaml the third character is $within: $because", ({ yaml, within }) => {
  const { start, end } = spanWithin(scalarIn(yaml), 2, 3);
  expect(yaml.slice(start, end)).toBe(within);
});

test.each([
  { yaml: "a: 1\n---\nb: 2\n", bodies: ["a: 1", "b: 2"] },
  { yaml: "---\na: 1\n---\nb: 2\n...\n", bodies: ["a: 1", "b: 2"] },
  { yaml: "# head\na: 1\n\n--- # next\nb: 2\n# tail\n", bodies: ["# head\na: 1", " # next\nb: 2\n# tail"] },
  { yaml: "%YAML 1.2\n# head\n---\na: 1\n", bodies: ["a: 1"] },
  { yaml: "a: 1\n...\n%YAML 1.2\n---\nb: 2\n", bodies: ["a: 1", "b: 2"] },
  { yaml: "a: 1\n...\nb: 2\n", bodies: ["a: 1", "b: 2"] },
  { yaml: "\n\n  a: 1\n  b: 2\n", bodies: ["  a: 1\n  b: 2"] },
  { yaml: "\uFEFFa: 1\n", bodies: ["a: 1"] },
  { yaml: "a: |\n  ---\n  x\n", bodies: ["a: |\n  ---\n  x"] },
  { yaml: "a: x---\nb: ---x\n", bodies: ["a: x---\nb: ---x"] },
  { yaml: "a: '\u2028--- '\n", bodies: ["a: '\u2028--- '"] },
  { yaml: "a: 1\r---\rb: 2", bodies: ["a: 1", "b: 2"] },
  { yaml: "--- {a: 1}\n--- [b]\n", bodies: [" {a: 1}", " [b]"] },
  { yaml: "", bodies: [] },
  { yaml: "# nothing\n\n", bodies: [] },
])("the documents of $yaml are $bodies", ({ yaml, bodies }) => {
  expect(parseYaml(yaml).map(({ span }) => yaml.slice(span.start, span.end))).toEqual(bodies);
});

test("64 levels are read, 65 are a problem", () => {
  const nested = (depth: number): string => `${"[".repeat(depth)}x${"]".repeat(depth)}`;
  const codes = (text: string): readonly string[] =>
    parseYaml(text).flatMap(({ problems }) => problems.map(({ code }) => code));
  expect(codes(nested(64))).toEqual([]);
  expect(codes(nested(65))).toEqual(["yaml-too-deep"]);
  expect(codes(nested(100_000))).toEqual(["yaml-too-deep"]);
  expect(codes(`key: ${nested(63)}`)).toEqual([]);
  expect(codes(`key: ${nested(64)}`)).toEqual(["yaml-too-deep"]);
  expect(codes(`${"- ".repeat(64)}x`)).toEqual([]);
  expect(codes(`${"- ".repeat(65)}x`)).toEqual(["yaml-too-deep"]);
  expect(codes("- ".repeat(100_000))).toEqual(["yaml-too-deep"]);
});
