import { keyChecks, valueChecks } from "../checks.ts";
import type { Problem, Report } from "../problem.ts";
import type { DetectionItem, Value } from "../rule.ts";
import type { DraftItem } from "./draftItem.ts";
import { makeChain, soundChain } from "./modifierChain.ts";
import { readValue } from "./readValue.ts";

/** Checks an item and applies its modifiers; undefined if something in it is wrong, which has then been reported. */
export function readItem(draft: DraftItem, report: Report): DetectionItem | undefined {
  const { field, span } = draft;
  const sound = field === undefined ? undefined : soundChain(draft.modifiers);
  const problems = sound ? problemsOf(valueChecks, draft) : problemsOf([...keyChecks, ...valueChecks], draft);
  if (problems.length > 0) {
    problems.forEach(report);
    return undefined;
  }
  const chain = sound ?? makeChain(draft.modifiers.map(({ text }) => text));
  const context = { chain: chain.modifiers, isKeyword: field === undefined, expands: chain.expands };
  const values: Value[] = [];
  for (const scalar of draft.values) {
    const value = readValue(scalar, context, report);
    if (value) values.push(value);
  }
  const { linking, negated } = chain;
  return {
    kind: "item",
    ...(field !== undefined && { field }),
    modifiers: chain.names,
    linking,
    negated,
    values,
    span,
  };
}

function problemsOf(checks: typeof valueChecks, draft: DraftItem): readonly Problem[] {
  const problems: Problem[] = [];
  for (const check of checks) for (const found of check(draft)) problems.push(found);
  return problems;
}
