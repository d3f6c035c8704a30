import { problem } from "../problem.ts";
import { quote } from "../quote.ts";
import { suggest } from "../suggest.ts";
import type { Check } from "./check.ts";
import { type ConditionInRule, leaves } from "./conditionInRule.ts";

/** A name in a condition is a selection of the rule. @see Sigma 2.1, "Condition" */
export const selectionsExist: Check<ConditionInRule> = function* ({ condition, names }) {
  const known = new Set(names);
  for (const leaf of leaves(condition)) {
    if (leaf.kind !== "selection" || known.has(leaf.name)) continue;
    const message = `there is no selection ${quote(leaf.name)}`;
    yield problem("unknown-selection", leaf.span, message, suggest(leaf.name, names));
  }
};
