import { applyFilters, type Rule } from "../sigma/index.ts";
import type { RuleBook } from "./ruleBook.ts";
import { liveFilter, type RuleEntry } from "./ruleEntry.ts";

/**
 * The rule as events are matched against it, after pipelines and with the filters that are for it; of a rule that is switched
 * off or deleted, as they would be. Undefined if it is no rule, or one with an error.
 */
export function ruleAsMatched(book: RuleBook, entry: RuleEntry): Rule | undefined {
  const live = book.effective.get(entry.id);
  if (live !== undefined || entry.resolved?.kind !== "rule") return live;
  const filters = [...book.byId.values()].map(liveFilter).filter((filter) => filter !== undefined);
  return applyFilters(entry.resolved, filters);
}

/** Whether events are matched against the rule now. */
export const isLive = (book: RuleBook, { id }: RuleEntry): boolean => book.effective.has(id);
