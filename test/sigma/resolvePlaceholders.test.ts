import { expect, test } from "vitest";
import { resolvePlaceholders } from "../../src/sigma/index.ts";
import { showSelection } from "./expression.ts";
import { ruleText, soundRule } from "./ruleWith.ts";

const raw = String.raw;

const lists = new Map([
  ["one", ["srv"]],
  ["two", ["a", "b"]],
  ["wild", [raw`srv*`, raw`\*?`]],
  ["paths", ["C:\\dir\\", raw`\\\\server`]],
  ["none", []],
  ["blank", [""]],
  ["DC-NAMES.x", ["dc1$"]],
  ["nets", ["10.0.0.0/8", "::1"]],
  ["numbers", ["1", "20"]],
]);

function resolve(item: string) {
  const rule = soundRule(ruleText(`selection:\n  ${item}\ncondition: selection`));
  const resolved = resolvePlaceholders(rule, lists);
  const [selection] = resolved.rule.detection.selections.values();
  return { ...resolved, before: rule, shown: selection && showSelection(selection).replace(/^\(and \S*?=|\)$/g, "") };
}

test.each([
  { item: "F|expand: '%one%'", shown: "srv", because: "a name stands for its value" },
  { item: "F|expand: '%two%'", shown: "a/b", because: "for any of several" },
  { item: "F|expand: 'x%two%y'", shown: "xay/xby", because: "within a text" },
  { item: "F|expand: '%two%%two%'", shown: "aa/ab/ba/bb", because: "in every combination" },
  { item: "F|expand: ['%two%', c]", shown: "a/b,c", because: "beside other values" },
  { item: "F|all|expand: ['%two%', c]", shown: "a/b&c", because: "any value of a list satisfies a value under all" },
  { item: "F|neq|expand: '%two%'", shown: "!a/b", because: "none of them under neq" },
  { item: "F|contains|expand: '%two%'", shown: "…a…/…b…", because: "modifiers apply to what is filled in" },
  { item: "F|expand|contains: '%two%'", shown: "…a…/…b…", because: "wherever they stand" },
  { item: "F|expand|base64: '%one%'", shown: "c3J2", because: "also those that encode" },
  { item: "F|base64|expand: '%one%'", shown: "c3J2", because: "on either side" },
  { item: "F|windash|expand: '-%one%'", shown: "¬srv", because: "a word may begin in a list" },
  { item: "F|expand: '%wild%'", shown: "srv…/*¿", because: "a list's value is a string of Sigma" },
  { item: raw`F|expand: '%paths%*.exe'`, shown: raw`C:\dir\….exe/\\server….exe`, because: "its escapes end with it" },
  {
    item: raw`F|expand: '\\%one%'`,
    shown: raw`\srv`,
    because: "an escaped backslash leaves the percent sign its meaning",
  },
  { item: raw`F|expand: '\%one%one%'`, shown: "%onesrv", because: "an escaped percent sign is one" },
  { item: "F|expand: '%DC-NAMES.x%'", shown: "dc1$", because: "names have hyphens and dots" },
  { item: "F|expand: '100 % %one% %'", shown: "100 % srv %", because: "a percent sign alone is itself" },
  { item: "F|expand: '%none%'", shown: "", because: "an empty list has no value" },
  { item: "F|expand: '%blank%'", shown: "", because: "an empty value is one" },
  { item: "F|cidr|expand: '%nets%'", shown: "10.0.0.0/8/::1/128", because: "a list may be of networks" },
  { item: "F|lt|expand: '%numbers%'", shown: "lt:1/lt:20", because: "or of numbers" },
  { item: "F|re|expand: '^%two%$'", shown: "/^a$///^b$/", because: "or of pieces of an expression" },
  { item: "F|fieldref|expand: '%two%'", shown: "equals:@a/equals:@b", because: "or of fields" },
  { item: "'|expand': '%two%'", shown: "…a…/…b…", because: "keywords have lists too" },
])("$item becomes $shown: $because", ({ item, shown }) => {
  const resolved = resolve(item);
  expect(resolved.problems).toEqual([]);
  expect(resolved.shown).toBe(shown);
});

test.each([
  { item: "F|expand: '%three%'", problems: ["unresolved-placeholder: there is no list `three`"] },
  { item: "F|expand: '%ONE%'", problems: ["unresolved-placeholder: there is no list `ONE`"] },
  {
    item: "F|expand: ['%x%-%y%-%x%', '%one%']",
    problems: ["unresolved-placeholder: there is no list `x`", "unresolved-placeholder: there is no list `y`"],
  },
  {
    item: "F|cidr|expand: '%two%'",
    problems: ["invalid-cidr: of a list's value: `a` is not an IPv4 or IPv6 network"],
  },
  { item: "'|expand': '%blank%'", problems: ["empty-keyword: of a list's value: a keyword needs text"] },
  {
    item: "F|base64|expand: '%wild%'",
    problems: ["encoded-wildcard: of a list's value: `base64` cannot encode a wildcard"],
  },
])("$item has $problems", ({ item, problems }) => {
  const { problems: found, before } = resolve(item);
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual(problems);
  const spans = [...before.detection.selections.values()].map(({ span }) => span);
  for (const { span } of found)
    expect(spans.some(({ start, end }) => start <= span.start && span.end <= end)).toBe(true);
});

test("a name that is nearly that of a list is suggested", () => {
  expect(resolve("F|expand: '%ones%'").problems[0]?.hint).toBe("did you mean `one`?");
});

test("a rule without placeholders stays the same", () => {
  const { rule, before } = resolve("F: '%one%'");
  expect(rule).toBe(before);
});

test("nested selections are resolved, and the rest of the rule is kept", () => {
  const rule = soundRule(
    ruleText("s:\n  - A|expand: '%one%'\n    B: x\n  - [C|expand: '%two%']\nt: '%one%'\ncondition: s or t"),
  );
  const resolved = resolvePlaceholders(rule, lists);
  expect([...resolved.rule.detection.selections.values()].map(showSelection)).toEqual([
    "(or (and A|expand=srv B=x) (or (and C|expand=a/b)))",
    "=…%one%…",
  ]);
  expect({ ...resolved.rule, detection: rule.detection }).toEqual(rule);
});

test("lists that would make a rule too large are a problem, and take no time", () => {
  const rule = soundRule(ruleText("s:\n  A|expand: '%many%%many%'\ncondition: s"));
  const many = new Map([["many", Array.from({ length: 10_000 }, (_, index) => `v${index}`)]]);
  expect(resolvePlaceholders(rule, many).problems.map(({ code }) => code)).toEqual(["rule-too-large"]);
});

test("a list of 10,000 values is none", () => {
  const rule = soundRule(ruleText("s:\n  A|expand: '%many%'\ncondition: s"));
  const many = new Map([["many", Array.from({ length: 10_000 }, (_, index) => `v${index}`)]]);
  const { problems, rule: resolved } = resolvePlaceholders(rule, many);
  expect(problems).toEqual([]);
  const [selection] = resolved.detection.selections.values();
  expect(selection && showSelection(selection).split("/")).toHaveLength(10_000);
});
