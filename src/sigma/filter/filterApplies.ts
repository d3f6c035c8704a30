import { fold } from "../../std/index.ts";
import type { Filter } from "../filter.ts";
import type { Logsource, Rule } from "../rule.ts";
import { refersTo } from "../references/refersTo.ts";

/** What a filter asks of a rule. */
type Filtered = Pick<Rule, "id" | "name" | "logsource">;

/**
 * Whether a filter is for a rule: it names the rule, by id or name, or is for any; and the rule's logsource has every
 * dimension that the filter's names, with the same value.
 *
 * @see Sigma 2.1, "Filters"
 */
export function filterApplies({ rules, logsource }: Pick<Filter, "rules" | "logsource">, rule: Filtered): boolean {
  if (!dimensions.every((dimension) => covers(logsource, rule.logsource, dimension))) return false;
  return rules === "any" || rules.some(({ text }) => refersTo(text, rule));
}

const dimensions = ["category", "product", "service"] as const;

function covers(filter: Logsource, rule: Logsource, dimension: (typeof dimensions)[number]): boolean {
  const wanted = filter[dimension];
  const there = rule[dimension];
  return wanted === undefined || (there !== undefined && fold(wanted) === fold(there));
}
