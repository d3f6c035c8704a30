import { applyFilters, type Rule } from "../sigma/index.ts";
import type { RuleBook } from "./ruleBook.ts";
import type { Draft } from "./readDraft.ts";
import type { RuleEntry } from "./ruleEntry.ts";

/**
 * The rule as events are matched against it, after pipelines and with the filters that are for it; of a rule that is switched
 * off or deleted, as they would be. Undefined if it is no rule, or one with an error.
 */
export function ruleAsMatched(book: RuleBook, entry: RuleEntry): Rule | undefined {
  const live = book.effective.get(entry.id);
  if (live !== undefined || entry.resolved?.kind !== "rule") return live;
  return applyFilters(entry.resolved, book.filters.values());
}

/** A text as events would be matched against it if it were stored; undefined if it is no rule. */
export const draftAsMatched = (book: RuleBook, { resolved }: Pick<Draft, "resolved">): Rule | undefined =>
  resolved?.kind === "rule" ? applyFilters(resolved, book.filters.values()) : undefined;

/** Whether events are matched against the rule now. */
export const isLive = (book: RuleBook, { id }: RuleEntry): boolean => book.effective.has(id);
