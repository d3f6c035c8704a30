import { section } from "./languageCase.ts";

const rule = (name: string): string =>
  `title: ${name}\nname: ${name}\nid: id-${name}\nlogsource: {}\ndetection: { s: { A: x }, condition: s }\n---\n`;
const rules = rule("one") + rule("two");

/** A correlation over the rules `one` and `two`, with lines changed; those that are undefined are left out. */
function correlation(changes: Readonly<Record<string, string | undefined>> = {}, more = ""): string {
  const lines: Readonly<Record<string, string | undefined>> = {
    type: "event_count",
    rules: "[one, two]",
    "group-by": "[Host]",
    timespan: "5m",
    condition: "{ gte: 3 }",
    ...changes,
  };
  const written = Object.entries(lines).flatMap(([key, value]) => (value === undefined ? [] : `  ${key}: ${value}\n`));
  return `${rules}title: C\nname: c\n${more}correlation:\n${written.join("")}`;
}

const temporal = { type: "temporal", condition: undefined };

/** Correlations are read and checked. */
export const correlationCases = [
  ...section("Correlation type", [
    { because: "events are counted", rule: correlation(), sound: true },
    {
      because: "values are counted",
      rule: correlation({ type: "value_count", condition: "{ field: User, gte: 3 }" }),
      sound: true,
    },
    { because: "events are near each other", rule: correlation(temporal), sound: true },
    { because: "and in order", rule: correlation({ ...temporal, type: "temporal_ordered" }), sound: true },
    ...["value_sum", "value_avg"].map(
      (type) =>
        ({
          because: `${type} measures a field`,
          rule: correlation({ type, condition: "{ field: Bytes, gt: 3 }" }),
          sound: true,
        }) as const,
    ),
    {
      because: "a percentile is measured too",
      rule: correlation({ type: "value_percentile", condition: "{ field: Bytes, percentile: 95, gt: 3 }" }),
      sound: true,
    },
    { because: "there are no other types", rule: correlation({ type: "count" }), problem: "unknown-correlation-type" },
    { because: "a type is mandatory", rule: correlation({ type: undefined }), problem: "missing-key" },
  ]),
  ...section("Correlation: related rules", [
    { because: "rules are named by id or name", rule: correlation({ rules: "[id-one, two]" }), sound: true },
    { because: "rules are mandatory", rule: correlation({ rules: undefined }), problem: "missing-key" },
    { because: "one at least", rule: correlation({ rules: "[]" }), problem: "missing-key" },
    { because: "each must be there", rule: correlation({ rules: "[one, three]" }), problem: "unknown-rule" },
    {
      because: "a name means one rule",
      rule: rule("one") + correlation({ rules: "[one]" }),
      problem: "ambiguous-rule",
    },
    {
      because: "a correlation may be one of them",
      rule: `${correlation()}---\n${correlation({ rules: "[c]" }).slice(rules.length).replace("name: c", "name: d")}`,
      sound: true,
    },
    { because: "but not itself", rule: correlation({ rules: "[c]" }), problem: "correlation-cycle" },
  ]),
  ...section("Correlation: grouping and time", [
    { because: "events may stay ungrouped", rule: correlation({ "group-by": undefined }), sound: true },
    { because: "several fields group together", rule: correlation({ "group-by": "[Host, User]" }), sound: true },
    ...["30s", "90m", "1h", "7d"].map(
      (timespan) => ({ because: `${timespan} is a timespan`, rule: correlation({ timespan }), sound: true }) as const,
    ),
    { because: "a timespan is mandatory", rule: correlation({ timespan: undefined }), problem: "missing-key" },
    ...["5M", "1.5h", "5 m", "m5", "0s", "5"].map(
      (timespan) =>
        ({
          because: `${timespan} is no timespan`,
          rule: correlation({ timespan: `'${timespan}'` }),
          problem: "invalid-timespan",
        }) as const,
    ),
  ]),
  ...section("Correlation: condition", [
    ...["gt", "gte", "lt", "lte", "eq"].map(
      (operator) =>
        ({
          because: `${operator} compares`,
          rule: correlation({ condition: `{ ${operator}: 3 }` }),
          sound: true,
        }) as const,
    ),
    { because: "two make a range", rule: correlation({ condition: "{ gt: 100, lte: 200 }" }), sound: true },
    {
      because: "a range has something in it",
      rule: correlation({ condition: "{ gt: 5, lt: 5 }" }),
      problem: "impossible-bounds",
    },
    { because: "a condition compares", rule: correlation({ condition: "{}" }), problem: "missing-bound" },
    { because: "counting needs a condition", rule: correlation({ condition: undefined }), problem: "missing-key" },
    { because: "it compares with a number", rule: correlation({ condition: "{ gte: many }" }), problem: "wrong-type" },
    {
      because: "counting values needs their field",
      rule: correlation({ type: "value_count" }),
      problem: "missing-key",
    },
  ]),
  ...section("Correlation: aliases, level, generate", [
    {
      because: "an alias is a field of each rule",
      rule: correlation({
        ...temporal,
        "group-by": "[ip]",
        aliases: "{ ip: { one: source.ip, two: destination.ip } }",
      }),
      sound: true,
    },
    {
      because: "an alias is for rules that are listed",
      rule: correlation({ ...temporal, "group-by": "[ip]", aliases: "{ ip: { one: source.ip, three: x } }" }),
      problem: "unlisted-rule",
    },
    { because: "a level is its own", rule: correlation({}, "level: high\n"), sound: true },
    { because: "a level is one of five", rule: correlation({}, "level: huge\n"), problem: "unknown-level" },
    { because: "rules may go on to detect", rule: correlation({ generate: "true" }), sound: true },
    { because: "yes or no", rule: correlation({ generate: "maybe" }), problem: "wrong-type" },
    {
      because: "a document is one thing",
      rule: `${correlation()}detection: { s: { A: x }, condition: s }\n`,
      problem: "ambiguous-document",
    },
  ]),
];
