import type { RuleChanges } from "../engine/index.ts";
import { applyFilters, type Filter, type Rule } from "../sigma/index.ts";
import { bug } from "../std/index.ts";
import type { RuleRow } from "../store/index.ts";
import { liveFilter, liveRule, readRule, type RuleEntry, withSurroundings } from "./ruleEntry.ts";
import { isSameSurroundings, noSurroundings, type Surroundings } from "./surroundings.ts";

/** A tenant's rules at one `rulesVersion`: a value, swapped whole, so that a batch sees one state of the rules. */
export interface RuleBook {
  readonly version: bigint;
  /** Every entry that ever was, deleted ones included: detections refer to them. */
  readonly byId: ReadonlyMap<number, RuleEntry>;
  readonly byIdentity: ReadonlyMap<string, RuleEntry>;
  readonly surroundings: Surroundings;
  /** The live rules as they are matched: with the filters that are for them. By row id. */
  readonly effective: ReadonlyMap<number, Rule>;
  /** The filters that narrow them, by row id. */
  readonly filters: ReadonlyMap<number, Filter>;
  /** When the first of these expires: from then on the book is stale. */
  readonly staleAt: Date | undefined;
}

export const emptyBook: RuleBook = {
  version: -1n,
  byId: new Map(),
  byIdentity: new Map(),
  surroundings: noSurroundings,
  effective: new Map(),
  filters: new Map(),
  staleAt: undefined,
};

/** What has changed in a tenant's rules. */
export interface BookChanges {
  readonly version: bigint;
  readonly rows: readonly RuleRow[];
  readonly surroundings: Surroundings;
  readonly now: Date;
}

/** The book after changes. */
export function withChanges(book: RuleBook, { version, rows, surroundings, now }: BookChanges): RuleBook {
  const changed = rows.map((row) => readRule(row, surroundings));
  const byId = isSameSurroundings(book.surroundings, surroundings)
    ? new Map(book.byId)
    : new Map([...book.byId].map(([id, entry]) => [id, withSurroundings(entry, surroundings)]));
  for (const entry of changed) byId.set(entry.id, entry);
  const byIdentity = new Map([...byId.values()].map((entry) => [entry.identity, entry]));
  return { version, byId, byIdentity, surroundings, ...effectiveAt([...byId.values()], now) };
}

/** The same book when filters of it have expired. */
export const withoutExpired = (book: RuleBook, now: Date): RuleBook => ({
  ...book,
  ...effectiveAt([...book.byId.values()], now),
});

export const isStale = ({ staleAt }: RuleBook, now: Date): boolean => staleAt !== undefined && staleAt <= now;

/** What makes the rules of one book those of the next; rules that mean the same as before are left alone. */
export function changesBetween({ effective: before }: RuleBook, { effective: after }: RuleBook): RuleChanges<number> {
  return {
    set: [...after].filter(([id, rule]) => !isSame(before.get(id), rule)),
    delete: [...before.keys()].filter((id) => !after.has(id)),
  };
}

function effectiveAt(entries: readonly RuleEntry[], now: Date): Pick<RuleBook, "effective" | "filters" | "staleAt"> {
  const filters = liveOnes(entries, (entry) => liveFilter(entry, now));
  const rules = liveOnes(entries, liveRule);
  return {
    effective: new Map([...rules].map(([id, rule]) => [id, applyFilters(rule, filters.values())])),
    filters,
    staleAt: firstEnd(entries.filter(({ id }) => filters.has(id))),
  };
}

const liveOnes = <T>(
  entries: readonly RuleEntry[],
  live: (entry: RuleEntry) => T | undefined,
): ReadonlyMap<number, T> =>
  new Map(
    entries.flatMap((entry): [number, T][] => {
      const one = live(entry);
      return one === undefined ? [] : [[entry.id, one]];
    }),
  );

const firstEnd = (filters: readonly RuleEntry[]): Date | undefined =>
  filters.flatMap(({ expiresAt }) => expiresAt ?? []).toSorted((one, other) => one.getTime() - other.getTime())[0];

/** A rule that filters have narrowed is made anew each time: it is the same if it was made of the same parts. */
function isSame(one: Rule | undefined, other: Rule): boolean {
  if (one === undefined || one === other) return one === other;
  const [before, now] = [one.detection.selections, other.detection.selections];
  return before.size === now.size && [...now].every(([name, selection]) => before.get(name) === selection);
}

/** The entries that are not deleted, by row id. */
export const currentRules = (book: RuleBook): RuleEntry[] =>
  [...book.byId.values()].filter((entry) => entry.deletedAt === null);

/** The rule of a detection; rules are never removed, so it is there. */
export const ruleOf = (book: RuleBook, ruleId: number): RuleEntry => book.byId.get(ruleId) ?? bug(`no rule ${ruleId}`);
