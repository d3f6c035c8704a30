import { type Filter, filterApplies } from "../sigma/index.ts";
import { currentRules, type RuleBook } from "./ruleBook.ts";
import type { RuleEntry } from "./ruleEntry.ts";

/** The stored rules that a filter is for, whether or not it narrows them now. */
export const rulesOfFilter = (book: RuleBook, filter: Filter): RuleEntry[] =>
  currentRules(book).filter(({ resolved }) => resolved?.kind === "rule" && filterApplies(filter, resolved));

/** The stored filters that are for a rule, expired and switched-off ones included. */
export function filtersOfRule(book: RuleBook, { resolved }: RuleEntry): RuleEntry[] {
  if (resolved?.kind !== "rule") return [];
  return currentRules(book).filter(
    (entry) => entry.resolved?.kind === "filter" && filterApplies(entry.resolved, resolved),
  );
}
