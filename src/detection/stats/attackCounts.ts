import type { RuleEntry } from "../../rules/index.ts";
import type { Counts } from "./foldRules.ts";

/** Counts of techniques, sub-techniques and tactics, by their ids. Those that have none are not in it. */
export type AttackCounts = ReadonlyMap<string, number>;

/**
 * Sums counts of rules by what filters by ATT&CK find the rules by: a technique has those of its sub-techniques too, and a rule
 * counts once for each.
 */
export function countByAttack(counts: Iterable<Counts<RuleEntry>>): AttackCounts {
  const sums = new Map<string, number>();
  for (const { key, count } of counts)
    for (const id of idsOf(key.attackKeys)) sums.set(id, (sums.get(id) ?? 0) + count);
  return sums;
}

/** `T1048.*` is what a sub-technique counts toward. */
const idsOf = (keys: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...keys].map((key) => (key.endsWith(".*") ? key.slice(0, -2) : key)));
