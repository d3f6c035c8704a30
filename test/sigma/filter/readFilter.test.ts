import { expect, test } from "vitest";
import type { Filter } from "../../../src/sigma/index.ts";
import { showCondition, showSelection } from "../expression.ts";
import { blamed, parse } from "../ruleWith.ts";

const filterText = (...lines: readonly string[]): string =>
  ["title: A filter", "logsource:", "  product: windows", "filter:", ...lines.map((line) => `  ${line}`)].join("\n");

const rules = "rules: any";
const selection = "selection: {User: admin}";
const condition = "condition: not selection";

function soundFilter(text: string): Filter {
  const { filters, problems } = parse(text);
  const [filter] = filters;
  if (!filter || problems.length > 0) throw new Error(JSON.stringify(problems));
  return filter;
}

test("a filter has metadata, rules, selections and a condition", () => {
  const text = `${filterText(
    "rules:",
    "  - 6f3e2987-db24-4c78-a860-b4f4095a7095 # a rule",
    "  - by_name",
    "selection_user: {User|startswith: adm_}",
    "selection_host: {Computer: [a, b]}",
    "condition: not 1 of selection_*",
  )}\nid: an id\nname: a_filter\nstatus: test\ncustom: {a: b}`;
  const filter = soundFilter(text);
  expect(filter).toMatchObject({
    kind: "filter",
    title: "A filter",
    id: "an id",
    name: "a_filter",
    status: "test",
    logsource: { product: "windows" },
    rules: [{ text: "6f3e2987-db24-4c78-a860-b4f4095a7095" }, { text: "by_name" }],
    custom: new Map([["custom", { a: "b" }]]),
  });
  expect(filter.rules !== "any" && filter.rules.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    "6f3e2987-db24-4c78-a860-b4f4095a7095",
    "by_name",
  ]);
  expect([...filter.detection.selections].map(([name, body]) => `${name}: ${showSelection(body)}`)).toEqual([
    "selection_user: (and User|startswith=adm_…)",
    "selection_host: (and Computer=a,b)",
  ]);
  expect(filter.detection.conditions.map(showCondition)).toEqual([
    "(not (1 of selection_* = selection_user selection_host))",
  ]);
});

test.each([
  { line: "rules: any", means: "any", because: "it says so" },
  { line: "rules: ALL", means: "any", because: "it is said so too" },
  { line: "rules: []", means: "any", because: "an empty list leaves none out" },
  { line: "rules: one", means: ["one"], because: "a rule may stand alone" },
  { line: "rules: [any]", means: ["any"], because: "in a list it is a name" },
])("`$line` means $means: $because", ({ line, means }) => {
  const filter = soundFilter(filterText(line, selection, condition));
  expect(filter.rules === "any" ? "any" : filter.rules.map(({ text }) => text)).toEqual(means);
});

test.each([
  { text: filterText(selection, condition), blame: ["missing-key: filter"], because: "its rules are missing" },
  { text: filterText("rules:", selection, condition), blame: ["missing-key: rules"], because: "`rules` is empty" },
  { text: filterText("rule: any", selection, condition), blame: ["missing-key: rule"], because: "`rules` is misspelt" },
  { text: filterText("rules: [a, 5]", selection, condition), blame: ["wrong-type: 5"], because: "a rule is a string" },
  { text: filterText("rules: {a: b}", selection, condition), blame: ["wrong-type: {a: b}"], because: "it is a map" },
  { text: filterText(rules, selection), blame: ["missing-key: filter"], because: "its condition is missing" },
  {
    text: filterText(rules, selection, "condition: [selection]"),
    blame: ["wrong-type: [selection]"],
    because: "it has one condition",
  },
  {
    text: filterText(rules, selection, "condition: not other"),
    blame: ["unknown-selection: other"],
    because: "the condition names a selection that is not there",
  },
  {
    text: filterText(rules, selection, "condition: not all of other_*"),
    blame: ["unmatched-glob: all of other_*"],
    because: "all of nothing holds nowhere",
  },
  {
    text: filterText(rules, "selection: {User|contain: a}", condition),
    blame: ["unknown-modifier: contain"],
    because: "a selection is wrong",
  },
  {
    text: filterText(rules, selection, condition).replace("logsource:\n  product: windows\n", ""),
    blame: ["missing-key: title"],
    because: "its logsource is missing",
  },
  { text: "title: A\nlogsource: {}\nfilter: x", blame: ["wrong-type: x"], because: "it is no map" },
])("a filter is refused, and the place blamed, if $because", ({ text, blame }) => {
  expect(blamed(text)).toEqual(blame);
  expect(parse(text).filters).toEqual([]);
});

test("in a filter, `1 of` may find no selection: it holds nowhere", () => {
  const { filters, problems } = parse(filterText(rules, selection, "condition: not selection and not 1 of other_*"));
  expect(problems.map(({ code, severity }) => [code, severity])).toEqual([["unmatched-filter-glob", "warning"]]);
  expect(filters[0]?.detection.conditions.map(showCondition)).toEqual([
    "(and (not selection) (not (1 of other_* = )))",
  ]);
});
