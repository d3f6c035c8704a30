import { expect, test } from "vitest";
import { parseAggregation } from "../../src/lint/aggregation/parseAggregation.ts";
import { convertAggregation, explainAggregation } from "../../src/lint/index.ts";
import { parseSigma } from "../../src/sigma/index.ts";

test.each([
  { text: "count() > 5", kind: "count", field: undefined, groupBy: [], operator: ">", number: "5" },
  { text: "count(User) by Host >= 3", kind: "count", field: "User", groupBy: ["Host"], operator: ">=", number: "3" },
  {
    text: "sum( size ) by a, b < -1.5",
    kind: "sum",
    field: "size",
    groupBy: ["a", "b"],
    operator: "<",
    number: "-1.5",
  },
  { text: "AVG(size) == 7", kind: "avg", field: "size", groupBy: [], operator: "=", number: "7" },
  { text: "max(a) by b != 2", kind: "max", field: "a", groupBy: ["b"], operator: "!=", number: "2" },
])("the aggregation $text is read", ({ text, ...aggregation }) => {
  expect(parseAggregation(text)).toEqual(aggregation);
});

test("`near` lists conditions", () => {
  expect(parseAggregation("near a and not b")).toEqual({ kind: "near", conditions: ["a", "not b"] });
});

test.each([
  { text: "", because: "there is nothing" },
  { text: "count", because: "nothing is compared" },
  { text: "count() > many", because: "it is compared with no number" },
  { text: "median(a) > 5", because: "Sigma had no such function" },
  { text: "near a or b", because: "`near` knows no `or`" },
  { text: `count(a) by ${"a,".repeat(200)}a`, because: "it ends early, and that is seen at once" },
])("no aggregation is read where $because", ({ text }) => {
  expect(parseAggregation(text)).toBeUndefined();
});

const rule = (condition: string, timeframe = "\n  timeframe: 10m"): string => `title: Many Logons
id: 8f0f0c65-2e69-4a0f-9d5c-0f4a4f0d7c11
description: |
  Many accounts from one address.

  As in a spray.
logsource:
  product: windows
  service: security
detection: # the events
  selection:
    EventID: 4625 # failed
  filter:
    # computers
    TargetUserName|endswith: '$'${timeframe}
  condition: ${condition}
level: medium
`;

function convert(text: string): ReturnType<typeof convertAggregation> {
  return convertAggregation({ name: "rule.yml", text }, text.indexOf("|", text.indexOf("condition:")));
}

test("a count becomes a rule and a correlation; what else is written stays", () => {
  const converted = convert(rule("selection and not filter | count(TargetUserName) by IpAddress > 10"));
  expect(converted).toEqual({
    ok: true,
    summary:
      "{ type: value_count, rules: [8f0f0c65-2e69-4a0f-9d5c-0f4a4f0d7c11], group-by: [IpAddress], timespan: 10m, " +
      "condition: { field: TargetUserName, gt: 10 } }",
    text: `title: Many Logons - Base
id: 8f0f0c65-2e69-4a0f-9d5c-0f4a4f0d7c11
description: |
  Many accounts from one address.

  As in a spray.
logsource:
  product: windows
  service: security
detection:
  selection:
    EventID: 4625 # failed
  filter:
    # computers
    TargetUserName|endswith: '$'
  condition: selection and not filter
level: medium
---
title: Many Logons
description: |
  Many accounts from one address.

  As in a spray.
level: medium
correlation:
    type: value_count
    rules:
        - 8f0f0c65-2e69-4a0f-9d5c-0f4a4f0d7c11
    group-by:
        - IpAddress
    timespan: 10m
    condition:
        field: TargetUserName
        gt: 10
`,
  });
});

test.each([
  { condition: "selection | count() > 5", summary: "type: event_count", because: "events are counted" },
  { condition: "selection | sum(Size) by Host >= 5", summary: "type: value_sum", because: "values are added" },
  { condition: "selection | avg(Size) by Host < 5", summary: "type: value_avg", because: "values are averaged" },
  { condition: "selection | near filter", summary: "type: temporal,", because: "two things happen" },
  {
    condition: "selection | near not filter",
    summary: "condition: many_logons_1 and not many_logons_2",
    because: "one must not happen",
  },
  {
    condition: "1 of selection* | count() by a, b == 1",
    summary: "group-by: [a, b], timespan: 10m, condition: { eq: 1 }",
    because: "groups have two fields",
  },
])("$condition converts to what can be parsed: $because", ({ condition, summary }) => {
  const converted = convert(rule(condition));
  expect(converted).toMatchObject({ ok: true, summary: expect.stringContaining(summary) as string });
  const { rules, correlations, problems } = parseSigma({
    name: "",
    text: converted?.ok === true ? converted.text : "",
  });
  expect(problems).toEqual([]);
  expect(rules.length).toBe(condition.includes("near") ? 2 : 1);
  expect(correlations).toHaveLength(1);
});

test("a rule without an id gets a name", () => {
  const converted = convert(rule("selection | count() > 5").replace(/id: .*\n/, ""));
  expect(converted).toMatchObject({ ok: true, summary: expect.stringContaining("rules: [many_logons]") as string });
  expect(converted?.ok === true && converted.text).toContain("name: many_logons\n");
});

test.each([
  { text: rule("selection | max(Size) > 5"), reason: "Sigma has no correlation that says `max`" },
  { text: rule("selection | count() > 5", ""), reason: "the rule has no `timeframe`, which a correlation needs" },
  {
    text: rule("selection | count() > 5", "\n  timeframe: 5 minutes"),
    reason: "a `timespan` is a number and one of s, m, h, d",
  },
  { text: rule("selection | first(a)"), reason: "the aggregation is none that Sigma had" },
])("a rule is not converted: $reason", ({ text, reason }) => {
  expect(convert(text)).toEqual({ ok: false, reason });
});

test("where there is no aggregation, there is nothing to convert", () => {
  expect(convertAggregation({ name: "rule.yml", text: rule("selection") }, 5)).toBeUndefined();
  expect(convertAggregation({ name: "rule.yml", text: "a: [" }, 1)).toBeUndefined();
});

test("the problem of the parser is explained by the correlation, others stay", () => {
  const source = { name: "rule.yml", text: rule("selection | count() by IpAddress > 5") };
  const [problem] = parseSigma(source).problems;
  expect(problem && explainAggregation(problem, source).hint).toBe(
    "write a correlation rule with `correlation: { type: event_count, rules: [8f0f0c65-2e69-4a0f-9d5c-0f4a4f0d7c11], " +
      "group-by: [IpAddress], timespan: 10m, condition: { gt: 5 } }`",
  );
  const other = { code: "missing-id", severity: "warning", message: "", span: { start: 0, end: 0 } } as const;
  expect(explainAggregation(other, source)).toBe(other);
});
