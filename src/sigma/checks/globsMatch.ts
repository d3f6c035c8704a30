import { globMatches } from "../condition/matchGlob.ts";
import { problem } from "../problem.ts";
import { quote } from "../quote.ts";
import { suggest } from "../suggest.ts";
import type { Check } from "./check.ts";
import { type ConditionInRule, leaves } from "./conditionInRule.ts";

/**
 * A pattern names at least one selection: `all of` nothing would hold for every event, `1 of` nothing for none.
 *
 * Filters are written for many places, with selections that not all of them need: there `1 of` nothing is allowed.
 *
 * @see Sigma 2.1, "Condition": `1/all of search-identifier-pattern`
 */
export const globsMatch: Check<ConditionInRule> = function* ({ condition, names, kind }) {
  for (const leaf of leaves(condition)) {
    if (leaf.kind !== "quantifier" || leaf.names.length > 0) continue;
    const message = `no selection has a name like ${quote(leaf.glob)}`;
    const code = kind === "filter" && leaf.count !== "all" ? "unmatched-filter-glob" : "unmatched-glob";
    yield problem(code, leaf.span, message, hint(leaf.glob, names));
  }
};

function hint(glob: string, names: readonly string[]): string | undefined {
  if (names.some((name) => globMatches(glob, name))) {
    return "names that begin with `_` are left out, unless the pattern begins so too";
  }
  return suggest(glob, names);
}
