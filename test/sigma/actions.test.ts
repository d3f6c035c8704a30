import { expect, test } from "vitest";
import { type Rule, textsOf } from "../../src/sigma/index.ts";
import { blamed, parse } from "./ruleWith.ts";
import { withoutSpans } from "./withoutSpans.ts";

const joined = (...documents: readonly string[]): string => documents.join("\n---\n");

const template = `# for both
action: global
title: Both
level: medium
tags: [attack.t1059]
logsource:
  product: windows
detection:
  base:
    User: SYSTEM
  condition: all of them`;

const first = `# the first
logsource:
  category: process_creation
detection:
  own:
    Image: cmd.exe`;

const second = `title: Another
level: high
tags: []
detection:
  base:
    User: admin
    Image: sh`;

const plain = `title: Plain
logsource: {}
detection: {a: {b: c}, condition: a}`;

const summary = ({ title, level, logsource, detection }: Rule): string =>
  [title, level, logsource.product, logsource.category, [...detection.selections.keys()].join("+")].join(" ");

test("a global document is part of each rule behind it, a rule's own keys win", () => {
  const { rules } = parse(joined(template, first, second));
  expect(rules.map(summary)).toEqual(["Both medium windows process_creation base+own", "Another high windows  base"]);
  expect(rules[1]?.tags).toEqual([]);
  expect([...(rules[1]?.detection.selections.values() ?? [])]).toMatchObject([
    { operands: [{ field: "User", values: [{ text: "admin" }] }, { field: "Image" }] },
  ]);
});

test("`reset` ends it, and another global takes its place", () => {
  const other = "action: global\nlevel: low";
  const { rules, problems } = parse(joined(plain, template, first, "action: reset", plain, other, plain));
  expect(problems).toEqual([]);
  expect(rules.map(summary)).toEqual([
    "Plain    a",
    "Both medium windows process_creation base+own",
    "Plain    a",
    "Plain low   a",
  ]);
});

test("`repeat` is the rule before it with changes, again and again", () => {
  const { rules, problems } = parse(
    joined(plain, "action: repeat\nlevel: low", "action: repeat\ntitle: Third\ndetection: {d: {e: f}}"),
  );
  expect(problems).toEqual([]);
  expect(rules.map(summary)).toEqual(["Plain    a", "Plain low   a", "Third low   a+d"]);
});

test("filters and correlations between them are left alone", () => {
  const filter = "title: F\nlogsource: {}\nfilter: {rules: any, s: {a: b}, condition: not s}";
  const correlation = "title: C\ncorrelation: {type: event_count, rules: [r], timespan: 1m, condition: {gte: 2}}";
  const { rules, filters, correlations } = parse(joined(template, filter, first, correlation, "action: repeat\nid: x"));
  expect(filters).toMatchObject([{ title: "F", tags: [] }]);
  expect(correlations).toMatchObject([{ title: "C", tags: [] }]);
  expect(rules.map(({ title, id }) => [title, id])).toEqual([
    ["Both", undefined],
    ["Both", "x"],
  ]);
});

test("what a rule takes from a global document stands there", () => {
  const text = joined(template, first);
  const [rule] = parse(text).rules;
  const at = (span = { start: 0, end: 0 }): string => text.slice(span.start, span.end);
  expect(at(rule?.span)).toBe(first);
  expect(rule?.base?.map(at)).toEqual([template]);
  expect(at(rule?.detection.selections.get("base")?.span)).toBe("User: SYSTEM");
  expect(at(rule?.detection.selections.get("own")?.span)).toBe("Image: cmd.exe");
  expect(at(rule?.logsource.span)).toBe("category: process_creation");
});

test.each([
  { text: plain, because: "it stands alone" },
  { text: joined(plain, template, first, second), because: "a global document comes with it" },
  {
    text: joined(
      template,
      first,
      "action: repeat\ntitle: U",
      second,
      "action: repeat\ntitle: V",
      "action: repeat\nid: y",
    ),
    because: "repeats of several documents",
  },
  {
    text: joined(template, first, "action: reset", plain, "action: repeat\ntitle: W", "action: repeat\nlevel: high"),
    because: "it repeats behind a reset",
  },
  {
    text: joined(template, `${first}\n...\n# end`, "action: repeat\nlevel: low", "action: repeat\ntitle: T"),
    because: "it repeats",
  },
  { text: joined(template, "action: repeat\nid: x"), because: "it repeats a global document" },
])("the text of a rule gives this rule alone: $because", ({ text }) => {
  const { rules } = parse(text);
  const source = { name: "all.yml", text };
  const alone = textsOf(source, rules).map(parse);
  expect(alone.map((parsed) => withoutSpans(parsed.rules))).toEqual(rules.map((rule) => [withoutSpans(rule)]));
  expect(rules.length).toBeGreaterThan(0);
});

test("the text of a rule keeps what its author wrote, comments too", () => {
  const text = joined(template, first);
  const texts = textsOf({ name: "all.yml", text }, parse(text).rules);
  expect(texts).toEqual([text]);
});

test.each([
  {
    text: joined("action: global\nlevel: hi\nlogsource: {product: 5}", plain, plain),
    blame: ["unknown-level: hi", "wrong-type: 5"],
    because: "a mistake in a global document is one, however many rules have it",
  },
  {
    text: joined("action: global\ntitle: x\ntitle: y", plain),
    blame: ["duplicate-key: title", "overridden-global: title"],
    because: "what is wrong in a global document is wrong in its rules",
  },
  {
    text: joined("action: global\nlogsource: {}", "titel: T\ndetection: {a: {b: c}, condition: a}"),
    blame: ["missing-key: titel"],
    because: "what is missing is missed in the rule's own document",
  },
  {
    text: joined("action: globl\nlogsource: {}", "title: T", "action: reset", plain),
    blame: ["invalid-action: globl"],
    because: "what follows an unknown action is not read, until a reset",
  },
  {
    text: joined("action: global\nlogsource: {", "title: T", "action: repeat\ntitle: U"),
    blame: ["unreadable-action: action: global\nlogsource: {", "yaml-syntax: "],
    because: "what follows a global document that is not YAML is not read",
  },
  { text: joined(plain, "action: [global]"), blame: ["invalid-action: [global]"], because: "an action is a word" },
  {
    text: joined("action: global\nlevel: low", "action: reset", plain),
    blame: [],
    because: "a template may go unused",
  },
])("of a text with actions, $because", ({ text, blame }) => {
  expect(blamed(text)).toEqual(blame);
});

test("a short text cannot ask for endless merging", () => {
  const large = `action: global\n# ${"x".repeat(100_000)}\ntitle: T`;
  const { problems } = parse(joined(large, ...Array<string>(200).fill(plain)));
  expect(problems.filter(({ code }) => code === "source-too-large").length).toBe(1);
});
