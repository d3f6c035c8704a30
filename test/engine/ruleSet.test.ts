import { expect, test } from "vitest";
import { createRuleSet, match, type RuleSet } from "../../src/engine/index.ts";
import { makeEvent } from "./makeEvent.ts";
import { makeRule } from "./matchRule.ts";

const event = makeEvent({ A: "x" }, { classification: { product: "windows", categories: ["a", "b"] } });
const hit = (logsource = "{}") => makeRule("selection: { A: x }\ncondition: selection", logsource);
const miss = makeRule("selection: { A: y }\ncondition: selection");
const keys = (ruleSet: RuleSet<string>): readonly string[] => match(ruleSet, event).map(({ key }) => key);

const ruleSet = createRuleSet([
  ["c", hit("{ category: b }")],
  ["a", hit()],
  ["miss", miss],
  ["b", hit("{ category: b }")],
  ["d", hit("{ product: windows }")],
]);

test("matches stand in the order in which the keys were set, whatever their logsource", () => {
  expect(keys(ruleSet)).toEqual(["c", "a", "b", "d"]);
});

test("a key that is set again keeps its place and has the new rule", () => {
  expect(keys(ruleSet.with({ set: [["miss", hit()]] }))).toEqual(["c", "a", "miss", "b", "d"]);
  expect(keys(ruleSet.with({ set: [["a", miss]] }))).toEqual(["c", "b", "d"]);
});

test("a key that is deleted and set in one change goes to the end", () => {
  expect(keys(ruleSet.with({ set: [["c", hit()]], delete: ["c"] }))).toEqual(["a", "b", "d", "c"]);
});

test("deleting a key that is not there changes nothing", () => {
  expect(keys(ruleSet.with({ delete: ["nobody"] }))).toEqual(keys(ruleSet));
});

test("a changed set leaves the one it came from as it was", () => {
  expect(ruleSet.with({ set: [["e", hit()]], delete: ["a", "b"] }).size).toBe(4);
  expect(ruleSet.size).toBe(5);
  expect(keys(ruleSet)).toEqual(["c", "a", "b", "d"]);
});

test("two rules with one key in the first entries: the later one counts", () => {
  expect(
    keys(
      createRuleSet([
        ["a", hit()],
        ["a", miss],
      ]),
    ),
  ).toEqual([]);
});

test("an empty set matches nothing", () => {
  expect(match(createRuleSet([]), event)).toEqual([]);
});

test("a rule with several conditions matches once, by the first that holds", () => {
  const rule = makeRule("a: { A: y }\nb: { A: x }\nc: { A|contains: x }\ncondition: [a, b, c]");
  expect(match(createRuleSet([["rule", rule]]), event)).toEqual([
    { key: "rule", condition: 1, evidence: [{ selection: "b", field: "A", value: "x", pattern: "x" }] },
  ]);
});

test("a rule that waits for its lists cannot be compiled", () => {
  const waiting = makeRule("selection: { A|expand: '%names%' }\ncondition: selection");
  expect(() => createRuleSet([["rule", waiting]])).toThrow("bug: a rule waits for its lists: names");
});
