import { findTechnique, type Tactic, tactics, type Technique, techniques } from "../../attack/index.ts";
import { type RuleBook, type RuleEntry, ruleOf } from "../../rules/index.ts";

/** How many detections each rule has, by row id. */
export type RuleCounts = ReadonlyMap<number, number>;

/** How many detections something has. */
export interface Counts<Key> {
  readonly key: Key;
  readonly count: number;
}

/** Sums counts of rules by what each rule has now, once for each of its keys, which differ; what has the most first. */
function foldBy<Key>(
  counts: RuleCounts,
  book: RuleBook,
  keysOf: (rule: RuleEntry) => readonly Key[],
): readonly Counts<Key>[] {
  const sums = new Map<Key, { readonly key: Key; count: number }>();
  for (const [ruleId, count] of counts) {
    for (const key of keysOf(ruleOf(book, ruleId))) {
      const sum = sums.get(key);
      if (sum) sum.count += count;
      else sums.set(key, { key, count });
    }
  }
  return [...sums.values()].sort((one, other) => other.count - one.count);
}

export const foldByRule = (counts: RuleCounts, book: RuleBook): readonly Counts<RuleEntry>[] =>
  foldBy(counts, book, (rule) => [rule]);

/** @param rollUp whether a sub-technique counts for its technique, instead of for itself */
export const foldByTechnique = (counts: RuleCounts, book: RuleBook, rollUp: boolean): readonly Counts<Technique>[] =>
  foldBy(counts, book, ({ attack }) => (rollUp ? familiesOf(attack.techniques) : attack.techniques));

/** Sub-techniques of one technique are one family. */
const familiesOf = (techniques: readonly Technique[]): readonly Technique[] =>
  techniques.length < 2 ? techniques.map(familyOf) : [...new Set(techniques.map(familyOf))];

const familyOf = (technique: Technique): Technique => parents.get(technique) ?? technique;

/** The techniques of sub-techniques: thousands of rules ask. */
const parents: ReadonlyMap<Technique, Technique> = new Map(
  techniques.flatMap((technique) => {
    const parent = technique.parentId === undefined ? undefined : findTechnique(technique.parentId);
    return parent ? [[technique, parent] as const] : [];
  }),
);

/** In the order of the matrix, those without detections too. */
export function foldByTactic(counts: RuleCounts, book: RuleBook): readonly Counts<Tactic>[] {
  const found = new Map(foldBy(counts, book, ({ attack }) => attack.tactics).map(({ key, count }) => [key, count]));
  return tactics.map((key) => ({ key, count: found.get(key) ?? 0 }));
}

/** A rule's logsource, in lower case. */
export interface Logsource {
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

export function foldByLogsource(counts: RuleCounts, book: RuleBook): readonly Counts<Logsource>[] {
  const known = new Map<string, Logsource>();
  const keyOf = ({ document }: RuleEntry): Logsource => {
    const logsource = logsourceOf(document && "logsource" in document ? document.logsource : {});
    const name = JSON.stringify(logsource);
    const key = known.get(name) ?? logsource;
    known.set(name, key);
    return key;
  };
  return foldBy(counts, book, (rule) => [keyOf(rule)]);
}

const logsourceOf = ({ product, category, service }: Logsource): Logsource => ({
  ...(product !== undefined && { product: product.toLowerCase() }),
  ...(category !== undefined && { category: category.toLowerCase() }),
  ...(service !== undefined && { service: service.toLowerCase() }),
});
