import { describe, expect, test } from "vitest";
import type { Correlation } from "../../../src/sigma/index.ts";
import { showCondition } from "../expression.ts";
import { blamed, parse } from "../ruleWith.ts";

const correlationText = (...lines: readonly string[]): string =>
  ["title: Many", "correlation:", ...lines.map((line) => `  ${line}`)].join("\n");

const common = ["rules: [one, two]", "group-by: [User]", "timespan: 15m"];
const eventCount = ["type: event_count", ...common];
const temporal = ["type: temporal", ...common];

function soundCorrelation(text: string): Correlation {
  const { correlations, problems } = parse(text);
  const [correlation] = correlations;
  if (!correlation || problems.length > 0) throw new Error(JSON.stringify(problems));
  return correlation;
}

const measureOf = (...lines: readonly string[]): unknown => soundCorrelation(correlationText(...lines)).measure;

test("a correlation has metadata, rules, groups, a timespan and a measure", () => {
  const text = `${correlationText(
    ...eventCount,
    "aliases: {User: {one: TargetUserName, two: SubjectUserName}}",
    "condition: {gte: 10}",
  )}\nid: an id\nname: many\nlevel: high\ntags: [attack.t1110]\ncustom: 1`;
  const correlation = soundCorrelation(text);
  expect(correlation).toMatchObject({
    kind: "correlation",
    title: "Many",
    id: "an id",
    name: "many",
    level: "high",
    tags: [{ text: "attack.t1110" }],
    rules: [{ text: "one" }, { text: "two" }],
    groupBy: [{ text: "User" }],
    timespanSeconds: 900,
    generate: false,
    custom: new Map([["custom", 1]]),
  });
  expect(correlation.aliases).toEqual(
    new Map([
      [
        "User",
        new Map([
          ["one", "TargetUserName"],
          ["two", "SubjectUserName"],
        ]),
      ],
    ]),
  );
  expect(text.slice(correlation.rules[1]?.span.start, correlation.rules[1]?.span.end)).toBe("two");
});

describe("what is measured", () => {
  test.each([
    { type: "event_count", condition: "{gte: 10}", measure: { threshold: [{ operator: "gte", value: 10 }] } },
    {
      type: "event_count",
      condition: "{lte: 0x10, gt: 1.5}",
      measure: {
        threshold: [
          { operator: "lte", value: 16 },
          { operator: "gt", value: 1.5 },
        ],
      },
    },
    { type: "value_count", condition: "{field: User, gt: 1}", measure: { fields: [{ text: "User" }] } },
    {
      type: "value_count",
      condition: "{field: [User, Host], gt: 1}",
      measure: { fields: [{ text: "User" }, { text: "Host" }] },
    },
    {
      type: "value_sum",
      condition: "{field: Bytes, lt: -5}",
      measure: { field: { text: "Bytes" }, threshold: [{ operator: "lt", value: -5 }] },
    },
    { type: "value_avg", condition: "{field: [Bytes], eq: 0}", measure: { field: { text: "Bytes" } } },
    { type: "value_median", condition: "{field: Bytes, neq: 0}", measure: { field: { text: "Bytes" } } },
    {
      type: "value_percentile",
      condition: "{field: Bytes, gt: 5, percentile: 99.5}",
      measure: { field: { text: "Bytes" }, percentile: 99.5 },
    },
  ])("$type with the condition $condition", ({ type, condition, measure }) => {
    const read = measureOf(`type: ${type}`, ...common, `condition: ${condition}`);
    expect(read).toMatchObject({ kind: type, ...measure });
  });

  test.each(["temporal", "temporal_ordered"])(
    "%s expects all rules, some of them, or what its condition says",
    (type) => {
      expect(measureOf(`type: ${type}`, ...common)).toEqual({ kind: type, expects: { kind: "all" } });
      expect(measureOf(`type: ${type}`, ...common, "condition: {eq: 1}")).toMatchObject({
        kind: type,
        expects: { kind: "some", threshold: [{ operator: "eq", value: 1 }] },
      });
      expect(measureOf(`type: ${type}`, ...common, "condition: two and not one")).toMatchObject({
        expects: { kind: "condition" },
      });
    },
  );

  test("a percentile that is not given stays absent, with a warning", () => {
    const text = correlationText("type: value_percentile", ...common, "condition: {field: Image, lte: 1}");
    expect(blamed(text)).toEqual(["missing-percentile: condition"]);
    expect(parse(text).correlations[0]?.measure).not.toHaveProperty("percentile");
  });
});

test("a temporal condition may be all that names the rules", () => {
  const { rules, measure } = soundCorrelation(
    correlationText("type: temporal", "timespan: 5m", "condition: one and (two or not three) and one"),
  );
  expect(rules.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  const expects = "expects" in measure ? measure.expects : undefined;
  expect(expects?.kind === "condition" && showCondition(expects.condition)).toBe("(and one (or two (not three)) one)");
});

test.each([
  { text: `${correlationText(...temporal)}\ngenerate: true`, because: "beside the section" },
  { text: correlationText(...temporal, "generate: true"), because: "in the section" },
])("`generate` may stand $because", ({ text }) => {
  expect(soundCorrelation(text).generate).toBe(true);
});

test("rules, groups and a timespan are enough for a temporal correlation, groups need not be", () => {
  expect(soundCorrelation(correlationText("type: temporal", "rules: one", "timespan: 1d"))).toMatchObject({
    rules: [{ text: "one" }],
    groupBy: [],
  });
});

test.each([
  { lines: [...common, "condition: {gte: 1}"], blame: ["missing-key: rules"], because: "its type is missing" },
  { lines: ["type: event_count", ...common], blame: ["missing-key: type"], because: "its condition is missing" },
  {
    lines: ["type: event_count", "rules: []", "timespan: 1m", "condition: {gte: 1}"],
    blame: ["missing-key: rules"],
    because: "it has no rules",
  },
  { lines: ["type: temporal", "timespan: 1m"], blame: ["missing-key: type"], because: "nothing names its rules" },
  { lines: ["type: temporal", "rules: [one]"], blame: ["missing-key: type"], because: "its timespan is missing" },
  {
    lines: ["type: temporal", "rules: [one]", "timespans: 1m"],
    blame: ["missing-key: timespans", "ignored-key: timespans"],
    because: "its timespan is misspelt",
  },
  { lines: [...eventCount, "condition: 5"], blame: ["wrong-type: 5"], because: "its condition is a number" },
  { lines: [...eventCount, "condition: one or two"], blame: ["wrong-type: one or two"], because: "it only counts" },
  { lines: [...eventCount, "condition: {gte: '5'}"], blame: ["wrong-type: '5'"], because: "a bound is a number" },
  { lines: [...eventCount, "condition: {}"], blame: ["missing-bound: condition"], because: "nothing is compared" },
  {
    lines: ["type: value_count", ...common, "condition: {gte: 2}"],
    blame: ["missing-key: condition"],
    because: "it has no field",
  },
  {
    lines: ["type: value_sum", ...common, "condition: {gte: 2, field: [a, b]}"],
    blame: ["wrong-type: [a, b]"],
    because: "tuples have no sum",
  },
  {
    lines: ["type: value_count", ...common, "condition: {gte: 2, field: []}"],
    blame: ["wrong-type: []"],
    because: "its tuples are empty",
  },
  {
    lines: ["type: value_percentile", ...common, "condition: {gte: 2, field: a, percentile: p95}"],
    blame: ["invalid-percentile: p95"],
    because: "its percentile is text",
  },
  {
    lines: [...temporal, "condition: one and two and three"],
    blame: ["unlisted-rule: three"],
    because: "a rule is not listed",
  },
  {
    lines: [...temporal, "condition: one and"],
    blame: ["incomplete-condition: "],
    because: "its condition ends early",
  },
  {
    lines: [...temporal, "condition: 1 of them"],
    blame: ["unused-rule: one", "unused-rule: two", "unexpected-token: 1 of them"],
    because: "its condition has a pattern",
  },
  { lines: [...temporal, "aliases: {User: a}"], blame: ["wrong-type: a"], because: "an alias is no map" },
  {
    lines: [...temporal, "aliases: {User: {one: 5}}"],
    blame: ["wrong-type: 5"],
    because: "a field's name is a number",
  },
  {
    lines: [...temporal, "group-by: {a: b}"].slice(0, 2).concat("group-by: {a: b}", "timespan: 1m"),
    blame: ["wrong-type: {a: b}"],
    because: "its groups are a map",
  },
  { lines: [...temporal, "generate: maybe"], blame: ["wrong-type: maybe"], because: "`generate` is a word" },
])("a correlation is refused, and the place blamed, if $because", ({ lines, blame }) => {
  const text = correlationText(...lines);
  expect(blamed(text)).toEqual(blame);
  expect(parse(text).correlations).toEqual([]);
});

test.each([
  { condition: "{gt: 5, lt: 7}", possible: true, because: "6 is between" },
  { condition: "{gt: 5, lt: 6}", possible: false, because: "events are whole" },
  { condition: "{gt: 5, lt: 7, neq: 6}", possible: false, because: "6 is left out" },
  { condition: "{gt: 5, lt: 8, neq: 6}", possible: true, because: "7 is left" },
  { condition: "{eq: 1.5}", possible: false, because: "events are whole" },
  { condition: "{lt: 5}", possible: true, because: "some, but few" },
  { condition: "{lt: 1}", possible: false, because: "none cannot be seen" },
  { condition: "{eq: 0}", possible: false, because: "none cannot be seen" },
  { condition: "{neq: 0}", possible: true, because: "any number will do" },
  { condition: "{gte: -1}", possible: true, because: "any number will do" },
])("an event_count with $condition is possible: $possible, for $because", ({ condition, possible }) => {
  expect(blamed(correlationText(...eventCount, `condition: ${condition}`))).toEqual(
    possible ? [] : [`impossible-bounds: ${condition}`],
  );
});

test.each([
  { condition: "{field: Bytes, gt: 5, lt: 6}", possible: true, because: "sums have fractions" },
  { condition: "{field: Bytes, lt: 0}", possible: true, because: "sums may be negative" },
  { condition: "{field: Bytes, gt: 6, lt: 5}", possible: false, because: "nothing is above 6 and below 5" },
  { condition: "{field: Bytes, gte: 5, lte: 5, neq: 5}", possible: false, because: "5 is left out" },
])("a value_sum with $condition is possible: $possible, for $because", ({ condition, possible }) => {
  expect(blamed(correlationText("type: value_sum", ...common, `condition: ${condition}`))).toEqual(
    possible ? [] : [`impossible-bounds: ${condition}`],
  );
});

test("a correlation of thousands of rules is refused, whatever else is wrong in it", () => {
  const rules = `rules: [${Array.from({ length: 1_001 }, (_, index) => `r${index}`).join(", ")}]`;
  const { problems } = parse(correlationText("type: event_count", rules, "timespan: no"));
  expect(problems.map(({ code }) => code)).toEqual(["rule-too-large"]);
});
