import { problem } from "../problem.ts";
import { quote } from "../quote.ts";
import type { Check } from "./check.ts";
import { type ConditionInRule, leaves } from "./conditionInRule.ts";

/** `N of`, which extends Sigma's `1 of`, asks for one selection at least and for no more than there are. */
export const quantifiersCanHold: Check<ConditionInRule> = function* ({ condition }) {
  for (const leaf of leaves(condition)) {
    if (leaf.kind !== "quantifier" || leaf.count === "all" || leaf.names.length === 0) continue;
    const { count, names, glob, span } = leaf;
    if (count === 0) yield problem("invalid-quantifier", span, "`0 of` holds for every event");
    else if (count > names.length) {
      const there = names.length === 1 ? "is 1" : `are ${names.length}`;
      yield problem("invalid-quantifier", span, `this can never hold: of ${quote(glob)} there ${there}`);
    }
  }
};
