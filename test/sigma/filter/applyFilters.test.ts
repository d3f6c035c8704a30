import { expect, test } from "vitest";
import { createRuleSet, match } from "../../../src/engine/index.ts";
import { applyFilters, type Filter, filterApplies, type Rule } from "../../../src/sigma/index.ts";
import { makeEvent } from "../../engine/makeEvent.ts";
import { showCondition } from "../expression.ts";
import { parse, soundRule } from "../ruleWith.ts";

const ruleText = `title: A rule
id: 6F3E2987-db24-4c78-a860-b4f4095a7095
name: a_rule
logsource: {product: windows, category: process_creation}
detection:
  selection_image: {Image: cmd.exe}
  selection_line: {CommandLine|contains: whoami}
  condition: ["1 of selection_*", all of them]`;

const rule: Rule = soundRule(ruleText);

function filterWith(parts: { rules?: string; logsource?: string; condition?: string; title?: string }): Filter {
  const text = `title: ${parts.title ?? "Not by us"}
logsource: ${parts.logsource ?? "{product: windows}"}
filter:
  rules: ${parts.rules ?? "any"}
  selection_us: {User|startswith: adm_}
  selection_image: {Image: trusted.exe}
  condition: ${parts.condition ?? "not 1 of selection_*"}`;
  const [filter] = parse(text).filters;
  if (!filter) throw new Error(JSON.stringify(parse(text).problems));
  return filter;
}

test.each([
  { filter: { rules: "any" }, applies: true, because: "it is for any rule" },
  { filter: { rules: "[x, a_rule]" }, applies: true, because: "it names the rule" },
  { filter: { rules: "6f3e2987-DB24-4c78-a860-b4f4095a7095" }, applies: true, because: "an id has no letter case" },
  { filter: { rules: "A_RULE" }, applies: false, because: "a name has" },
  { filter: { rules: "A rule" }, applies: false, because: "a title is no name" },
  { filter: { rules: "[another]" }, applies: false, because: "it names another rule" },
  { filter: { logsource: "{}" }, applies: true, because: "its logsource asks for nothing" },
  { filter: { logsource: "{product: Windows, category: process_creation}" }, applies: true, because: "both are there" },
  { filter: { logsource: "{product: linux}" }, applies: false, because: "the product is another" },
  {
    filter: { logsource: "{product: windows, service: security}" },
    applies: false,
    because: "the rule has no service",
  },
  {
    filter: { rules: "a_rule", logsource: "{product: linux}" },
    applies: false,
    because: "a name does not outweigh the logsource",
  },
])("a filter with $filter applies: $applies, for $because", ({ filter, applies }) => {
  expect(filterApplies(filterWith(filter), rule)).toBe(applies);
  expect(applyFilters(rule, [filterWith(filter)]) !== rule).toBe(applies);
});

test("each condition of the rule is narrowed, and neither side's patterns see the other's selections", () => {
  const { detection } = applyFilters(rule, [filterWith({})]);
  expect([...detection.selections.keys()]).toEqual([
    "selection_image",
    "selection_line",
    "Not by us / selection_us",
    "Not by us / selection_image",
  ]);
  const narrowing = "(not (1 of Not by us / selection_* = Not by us / selection_us Not by us / selection_image))";
  expect(detection.conditions.map(showCondition)).toEqual([
    `(and (1 of selection_* = selection_image selection_line) ${narrowing})`,
    `(and (all of them = selection_image selection_line) ${narrowing})`,
  ]);
});

test("filters of one name are kept apart", () => {
  const { detection } = applyFilters(rule, [filterWith({}), filterWith({ rules: "other" }), filterWith({})]);
  expect([...detection.selections.keys()].slice(2)).toEqual([
    "Not by us / selection_us",
    "Not by us / selection_image",
    "Not by us (2) / selection_us",
    "Not by us (2) / selection_image",
  ]);
});

test("the rule and the filter stay as they are", () => {
  const filter = filterWith({});
  const before = structuredClone([rule, filter]);
  applyFilters(rule, [filter]);
  expect([rule, filter]).toEqual(before);
});

const verdict = (filters: readonly Filter[], fields: Readonly<Record<string, string>>) => {
  const event = makeEvent(fields, { classification: { product: "windows", categories: ["process_creation"] } });
  return match(createRuleSet([["rule", applyFilters(rule, filters)]]), event)[0];
};

test.each([
  { fields: { Image: "cmd.exe", User: "bob" }, matches: true, because: "nothing is filtered" },
  { fields: { Image: "cmd.exe", User: "adm_bob" }, matches: false, because: "the user is one of us" },
  { fields: { CommandLine: "whoami", Image: "trusted.exe" }, matches: false, because: "the image is trusted" },
  { fields: { Image: "other.exe", User: "bob" }, matches: false, because: "the rule does not match" },
])("a filtered rule and $fields: $matches, for $because", ({ fields, matches }) => {
  expect(verdict([filterWith({})], fields) !== undefined).toBe(matches);
});

test("a filter whose condition has no `not` includes: the rule matches nowhere else", () => {
  const filter = filterWith({ condition: "selection_us" });
  expect(verdict([filter], { Image: "cmd.exe", User: "bob" })).toBeUndefined();
  expect(verdict([filter], { Image: "cmd.exe", User: "adm_bob" })?.evidence.map(({ selection }) => selection)).toEqual([
    "selection_image",
    "Not by us / selection_us",
  ]);
});

test("evidence says which filter let the event pass", () => {
  const filter = filterWith({ title: "Ours" });
  expect(verdict([filter], { Image: "cmd.exe" })?.evidence.at(-1)).toEqual({
    selection: "1 of Ours / selection_*",
    pattern: "not 1 of Ours / selection_*",
  });
});
