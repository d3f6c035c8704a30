import { expandAttackFilter } from "../attack/index.ts";
import { groupBy } from "../std/index.ts";
import { type AttackFilter, attackTest } from "./filterRules.ts";
import type { RuleBook } from "./ruleBook.ts";
import type { RuleEntry } from "./ruleEntry.ts";

type AttackIndex = ReadonlyMap<string, readonly RuleEntry[]>;

/** Made once for each book: dashboards ask for few rules of thousands, and often. */
const indexes = new WeakMap<RuleBook, AttackIndex>();

/** The rules that an ATT&CK filter wants, deleted ones included, each once and in no order. */
export function rulesOfAttack(book: RuleBook, filter: AttackFilter): readonly RuleEntry[] {
  const candidates = filter.any ? rulesOfAny(indexOf(book), filter.any, filter) : [...book.byId.values()];
  return candidates.filter(attackTest(filter));
}

function rulesOfAny(
  index: AttackIndex,
  queries: readonly string[],
  { includeSubtechniques: includeSubTechniques = true }: AttackFilter,
): readonly RuleEntry[] {
  const keys = new Set(queries.flatMap((query) => [...expandAttackFilter(query, { includeSubTechniques })]));
  return [...new Set([...keys].flatMap((key) => index.get(key) ?? []))];
}

function indexOf(book: RuleBook): AttackIndex {
  const known = indexes.get(book);
  if (known) return known;
  const keyed = [...book.byId.values()].flatMap((entry) => [...entry.attackKeys].map((key) => ({ key, entry })));
  const index = new Map(
    [...groupBy(keyed, ({ key }) => key)].map(([key, all]) => [key, all.map(({ entry }) => entry)]),
  );
  indexes.set(book, index);
  return index;
}
