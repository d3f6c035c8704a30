import { expect, test } from "vitest";
import { applyPipeline } from "../../../src/sigma/index.ts";
import { applySteps } from "../../../src/sigma/processing/applySteps.ts";
import { startWork } from "../../../src/sigma/processing/work.ts";
import { ruleOf, soundPipeline } from "./process.ts";

const largeRule = (items: number) =>
  ruleOf(`s: {${Array.from({ length: items }, (_, index) => `F${index}: aB`).join(", ")}}\ncondition: s`);

/** Steps that each change every item, so that each item's history grows. */
const changing = (steps: number) =>
  soundPipeline(
    Array.from(
      { length: steps },
      (_, index) => `- {id: s${index}, type: case, method: ${index % 2 ? "upper" : "lower"}}`,
    ).join("\n"),
  );

/** What is spent of the budget: items and values looked at, steps remembered. */
function spent(items: number, steps: number): number {
  const work = startWork(new Map());
  const { budget } = work;
  applySteps(largeRule(items), changing(steps).steps, work);
  expect(work.problems).toEqual([]);
  return budget - work.budget;
}

test.each([
  { more: "items", items: 200, steps: 200 },
  { more: "steps", items: 100, steps: 400 },
])("the work of a pipeline grows no faster than its $more", ({ items, steps }) => {
  expect(spent(items, steps)).toBeLessThan(2.8 * spent(100, 200));
});

test("histories that differ from item to item are work, and bounded", () => {
  const steps = Array.from(
    { length: 1_000 },
    (_, index) =>
      `- {id: s${index}, type: case, method: ${index % 2 ? "upper" : "lower"}, ` +
      `field_name_conditions: [{type: exclude_fields, fields: [F${index % 300}]}]}`,
  ).join("\n");
  const { rule, problems } = applyPipeline(soundPipeline(steps), largeRule(300));
  expect(rule).toBeUndefined();
  expect(problems.map(({ code }) => code)).toEqual(["rule-too-large"]);
});

test("names of added selections go on where they were", () => {
  const { rule } = applyPipeline(
    soundPipeline("- {type: add_condition, conditions: {A: b}}\n".repeat(3)),
    ruleOf("_added_2: {A: c}\ncondition: _added_2"),
  );
  expect([...(rule?.detection.selections.keys() ?? [])]).toEqual(["_added_2", "_added", "_added_3", "_added_4"]);
});
