import { expect, test } from "vitest";
import { createReferenceRuleSet, createRuleSet, match, type RuleSet } from "../../src/engine/index.ts";
import { makeEvent } from "./makeEvent.ts";
import { makeRule } from "./matchRule.ts";

const event = makeEvent({ A: "x" });
const [hit, miss] = ["x", "y"].map((value) => makeRule(`selection: { A: ${value} }\ncondition: selection`));
if (!hit || !miss) throw new Error("no rules");

/** A clock that goes on by one each time it is looked at: whatever is timed took one. */
function spentOn(ruleSet: RuleSet<string>): Record<string, number> {
  let time = 0;
  const spent: Record<string, number> = {};
  const matches = match(ruleSet, event, {
    now: () => (time += 1),
    spend: (key, took) => (spent[key] = (spent[key] ?? 0) + took),
  });
  expect(matches).toEqual(match(ruleSet, event));
  return spent;
}

test("a meter learns what each rule takes that is evaluated, and the matches are the same", () => {
  const entries: readonly (readonly [string, typeof hit])[] = [
    ["hit", hit],
    ["miss", miss],
  ];
  expect(spentOn(createReferenceRuleSet(entries))).toEqual({ hit: 1, miss: 1 });
  expect(spentOn(createRuleSet(entries))).toEqual({ hit: 1 });
});

test("rules of equal logic are evaluated once, and share what it takes", () => {
  const spent = spentOn(createRuleSet(["a", "b", "c", "d"].map((key) => [key, hit] as const)));
  expect(spent).toEqual({ a: 0.25, b: 0.25, c: 0.25, d: 0.25 });
});
