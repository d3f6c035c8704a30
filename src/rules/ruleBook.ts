import { createRuleSet, type RuleSet } from "../engine/index.ts";
import { bug } from "../std/index.ts";
import { isLive, type RuleEntry } from "./ruleEntry.ts";

/** A tenant's rules at one `rulesVersion`: a value, swapped whole, so that a batch sees one state of the rules. */
export interface RuleBook {
  readonly version: bigint;
  /** Every rule that ever was, deleted ones included: detections refer to them. */
  readonly byId: ReadonlyMap<number, RuleEntry>;
  readonly byIdentity: ReadonlyMap<string, RuleEntry>;
  /** The live rules, compiled, by row id. */
  readonly ruleSet: RuleSet<number>;
}

export const emptyBook: RuleBook = {
  version: -1n,
  byId: new Map(),
  byIdentity: new Map(),
  ruleSet: createRuleSet([]),
};

/** The book with some rules changed; only those are compiled. */
export function withEntries(book: RuleBook, version: bigint, changed: readonly RuleEntry[]): RuleBook {
  if (changed.length === 0) return { ...book, version };
  const byId = new Map(book.byId);
  const byIdentity = new Map(book.byIdentity);
  for (const entry of changed) {
    byId.set(entry.id, entry);
    byIdentity.set(entry.identity, entry);
  }
  const set = changed.filter(isLive).map((entry) => [entry.id, entry.rule] as const);
  const removed = changed.filter((entry) => !isLive(entry)).map((entry) => entry.id);
  return { version, byId, byIdentity, ruleSet: book.ruleSet.with({ set, delete: removed }) };
}

/** The rules that are not deleted, by row id. */
export const currentRules = (book: RuleBook): RuleEntry[] =>
  [...book.byId.values()].filter((entry) => entry.deletedAt === null);

/** The rule of a detection; rules are never removed, so it is there. */
export const ruleOf = (book: RuleBook, ruleId: number): RuleEntry => book.byId.get(ruleId) ?? bug(`no rule ${ruleId}`);
