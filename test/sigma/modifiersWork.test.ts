import { expect, test } from "vitest";
import { resolvePlaceholders } from "../../src/sigma/index.ts";
import { parse, ruleText, soundRule } from "./ruleWith.ts";

/** A rule with so many values of one item. */
const ruleOf = (key: string, value: string, count: number): string =>
  ruleText(`s:\n  ${key}: [${Array.from({ length: count }, () => `'${value}'`).join(", ")}]\ncondition: s`);

test.each([
  { key: "A|re", value: "x{999}", taken: 470, refused: 480, because: "a repetition is as large as what it repeats" },
  { key: "A|re", value: "(?i)x{999}", taken: 470, refused: 480, because: "flags change nothing" },
  { key: "'|re'", value: "x{999}", taken: 470, refused: 480, because: "keywords are expressions too" },
  { key: "A|re|i|contains", value: "\\pL", taken: 3_300, refused: 3_320, because: "a class of Unicode is a table" },
  { key: "A|re", value: "abc", taken: 9_000, refused: 9_600, because: "each expression has its own tables" },
  { key: "A|base64", value: "abcdefghij", taken: 24_900, refused: 25_100, because: "a code takes its time" },
  {
    key: "A|wide|base64offset",
    value: "abcdefghij",
    taken: 8_300,
    refused: 8_400,
    because: "three alignments are three",
  },
  { key: "A|windash|base64", value: "-a -cdefgh", taken: 990, refused: 1_010, because: "two dashes have 25 spellings" },
])("$refused values $value of $key are too much work: $because", ({ key, value, taken, refused }) => {
  expect(parse(ruleOf(key, value, taken)).problems).toEqual([]);
  expect(parse(ruleOf(key, value, refused)).problems.map(({ code }) => code)).toEqual(["source-too-large"]);
});

test("the rules before one that is too much work are read, and those behind it that cost nothing", () => {
  const texts = [ruleOf("A", "x", 1), ruleOf("A|re", "x{999}", 480), ruleOf("A", "x", 1), ruleOf("A|re", "x", 1)];
  const { rules, problems } = parse(texts.join("\n---\n"));
  expect(rules).toHaveLength(2);
  expect(problems.map(({ code }) => code)).toEqual(["source-too-large", "source-too-large"]);
});

test("what a global document makes expensive counts for each rule that has it", () => {
  const global = "action: global\nlogsource: {}\ndetection:\n  s: { A|re: 'x{999}' }\n  condition: s";
  const rules = Array.from({ length: 500 }, (_, index) => `title: Rule ${index}`);
  const parsed = parse([global, ...rules].join("\n---\n"));
  expect(parsed.rules.length).toBe(476);
  expect(new Set(parsed.problems.map(({ code }) => code))).toEqual(new Set(["source-too-large"]));
});

test("lists make a rule no cheaper", () => {
  const rule = soundRule(ruleText("s:\n  A|re|expand: '%a%{999}'\ncondition: s"));
  const lists = (count: number) => new Map([["a", Array.from({ length: count }, () => "x")]]);
  expect(resolvePlaceholders(rule, lists(470)).problems).toEqual([]);
  expect(resolvePlaceholders(rule, lists(480)).problems.map(({ code }) => code)).toEqual(["rule-too-large"]);
});
