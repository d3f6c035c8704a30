import type { Pattern, StringPattern } from "../pattern.ts";
import type { DetectionItem, Rule, Value } from "../rule.ts";
import { changeItems } from "./items.ts";
import type { Application } from "./pipeline.ts";
import { plainText } from "./plainText.ts";
import { spend, type Work } from "./work.ts";

/** What becomes of a pattern: itself if nothing changes, or others, any of which will do. */
export type PatternChange = (pattern: Pattern, item: DetectionItem) => Pattern | readonly Pattern[];

/** The rule with a change made to each value of the items that the step's conditions allow. Their texts stay: they are the author's. */
export function changeValues(rule: Rule, application: Application, change: PatternChange): Rule {
  return changeItems(rule, application, (item) => {
    const values = item.values.map((value) => changeValue(value, item, { change, work: application.work }));
    return values.every((value, index) => value === item.values[index]) ? item : { ...item, values };
  });
}

function changeValue(
  value: Value,
  item: DetectionItem,
  { change, work }: { readonly change: PatternChange; readonly work: Work },
): Value {
  const alternatives = value.alternatives.flatMap((pattern) => change(pattern, item));
  const isSame =
    alternatives.length === value.alternatives.length &&
    alternatives.every((pattern, index) => pattern === value.alternatives[index]);
  return isSame || !spend(work, costOf(alternatives), value.span) ? value : { ...value, alternatives };
}

const costOf = (patterns: readonly Pattern[]): number =>
  patterns.reduce((sum, pattern) => sum + (pattern.kind === "string" ? plainText(pattern.parts).length : 1), 1);

/** Changes strings, and leaves what has another type. */
export const ofStrings =
  (change: (pattern: StringPattern) => Pattern | readonly Pattern[]): PatternChange =>
  (pattern) =>
    pattern.kind === "string" ? change(pattern) : pattern;
