import type { DetectionItem, Rule, Selection } from "../rule.ts";
import { noSteps, withStep } from "./appliedSteps.ts";
import type { Application, Step } from "./pipeline.ts";
import { prune } from "./prune.ts";
import { spend, type Work } from "./work.ts";

/** All items of a rule, in its order. */
export const itemsOf = ({ detection }: Pick<Rule, "detection">): readonly DetectionItem[] =>
  Array.from(detection.selections.values()).flatMap(itemsWithin);

const itemsWithin = (selection: Selection): readonly DetectionItem[] =>
  selection.kind === "item" ? [selection] : selection.operands.flatMap(itemsWithin);

/** What becomes of an item: itself if nothing changes, another, or nothing. */
export type Change = (item: DetectionItem) => Selection | undefined;

/**
 * The rule with a change made to each item that the step's conditions allow. What a changed item has become counts as changed
 * by the step. A selection that has nothing left is dropped, with what the conditions say of it.
 */
export function changeItems(rule: Rule, { step, work }: Application, change: Change): Rule {
  const { detection } = rule;
  const changed = Array.from(
    detection.selections,
    ([name, body]) => [name, changeWithin(body, { step, work }, change)] as const,
  );
  if (changed.every(([name, body]) => body === detection.selections.get(name))) return rule;
  return prune({ ...rule, detection }, new Map(changed), work);
}

function changeWithin(selection: Selection, application: Application, change: Change): Selection | undefined {
  if (selection.kind === "item") return changeItem(selection, application, change);
  const operands = selection.operands.map((operand) => changeWithin(operand, application, change));
  if (operands.every((operand, index) => operand === selection.operands[index])) return selection;
  const left = operands.filter((operand) => operand !== undefined);
  return left.length === 0 ? undefined : { ...selection, operands: left };
}

function changeItem(item: DetectionItem, { step, work }: Application, change: Change): Selection | undefined {
  if (!spend(work, 1 + item.values.length, item.span) || !step.matchesItem(item, work)) return item;
  const changed = change(item);
  if (changed && changed !== item) inherit(item, changed, { step, work });
  return changed;
}

/** What was applied to an item was applied to what has become of it. */
function inherit(
  item: DetectionItem,
  changed: Selection,
  { step, work }: { readonly step: Step; readonly work: Work },
): void {
  const before = work.appliedToItem.get(item) ?? noSteps;
  const ids = step.id === undefined ? before : withStep(work, before, step.id, item.span);
  if (ids.size > 0) for (const next of itemsWithin(changed)) work.appliedToItem.set(next, ids);
}
