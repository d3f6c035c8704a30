import { findTechnique, type Tactic, tactics, type Technique } from "../../attack/index.ts";
import type { RuleBook, RuleEntry } from "../../rules/index.ts";
import { bug } from "../../std/index.ts";

/** How many detections each rule has, by row id. */
export type RuleCounts = ReadonlyMap<number, number>;

/** How many detections something has. */
export interface Counts<Key> {
  readonly key: Key;
  readonly count: number;
}

/** What rules have, of each rule in turn: a page of memory where the rules themselves lie all over it, and a week has thousands of them. */
interface FoldTable<Key> {
  readonly keys: readonly Key[];
  /** The place of a rule, by row id. */
  readonly places: ReadonlyMap<number, number>;
  /** The keys of the rule at a place are `members` from here to the next one's. */
  readonly starts: Int32Array;
  readonly members: Int32Array;
}

/** @param keysOf the keys of a rule, which differ */
function makeTable<Key>(book: RuleBook, keysOf: (rule: RuleEntry) => readonly Key[]): FoldTable<Key> {
  const numbers = new Map<Key, number>();
  const places = new Map<number, number>();
  const starts: number[] = [];
  const members: number[] = [];
  for (const [ruleId, rule] of book.byId) {
    places.set(ruleId, starts.length);
    starts.push(members.length);
    for (const key of keysOf(rule)) {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      members.push(number);
    }
  }
  starts.push(members.length);
  return { keys: [...numbers.keys()], places, starts: Int32Array.from(starts), members: Int32Array.from(members) };
}

/** A table for each book: the next one has other rules. */
function tableOf<Key>(keysOf: (rule: RuleEntry) => readonly Key[]): (book: RuleBook) => FoldTable<Key> {
  const tables = new WeakMap<RuleBook, FoldTable<Key>>();
  return (book) => {
    const table = tables.get(book) ?? makeTable(book, keysOf);
    tables.set(book, table);
    return table;
  };
}

/** Sums counts of rules by what each rule has now, once for each of its keys; what has the most first. */
function fold<Key>(counts: RuleCounts, { keys, places, starts, members }: FoldTable<Key>): readonly Counts<Key>[] {
  const sums = new Float64Array(keys.length);
  const isThere = new Uint8Array(keys.length);
  for (const [ruleId, count] of counts) {
    const place = places.get(ruleId) ?? bug(`no rule ${ruleId}`);
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) {
      const number = members[at] ?? 0;
      sums[number] = (sums[number] ?? 0) + count;
      isThere[number] = 1;
    }
  }
  return keys
    .map((key, number) => ({ key, count: sums[number] ?? 0 }))
    .filter((_, number) => isThere[number] === 1)
    .sort((one, other) => other.count - one.count);
}

export const foldByRule = (counts: RuleCounts, book: RuleBook): readonly Counts<RuleEntry>[] =>
  fold(counts, byRule(book));

const byRule = tableOf((rule) => [rule]);

/** @param rollUp whether a sub-technique counts for its technique, instead of for itself */
export const foldByTechnique = (counts: RuleCounts, book: RuleBook, rollUp: boolean): readonly Counts<Technique>[] =>
  fold(counts, (rollUp ? byFamily : byTechnique)(book));

const byFamily = tableOf(({ attack }) => familiesOf(attack.techniques));
const byTechnique = tableOf(({ attack }) => attack.techniques);

/** Sub-techniques of one technique are one family. */
const familiesOf = (techniques: readonly Technique[]): readonly Technique[] => [
  ...new Set(techniques.map((technique) => findTechnique(technique.parentId ?? technique.id) ?? technique)),
];

/** In the order of the matrix, those without detections too. */
export function foldByTactic(counts: RuleCounts, book: RuleBook): readonly Counts<Tactic>[] {
  const found = new Map(fold(counts, byTactic(book)).map(({ key, count }) => [key, count]));
  return tactics.map((key) => ({ key, count: found.get(key) ?? 0 }));
}

const byTactic = tableOf(({ attack }) => attack.tactics);

/** A rule's logsource, in lower case. */
export interface Logsource {
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

export const foldByLogsource = (counts: RuleCounts, book: RuleBook): readonly Counts<Logsource>[] =>
  fold(counts, byLogsource(book)).map(({ key, count }) => ({ key: JSON.parse(key) as Logsource, count }));

/** By their spelling. */
const byLogsource = tableOf(({ document }) => [
  JSON.stringify(logsourceOf(document && "logsource" in document ? document.logsource : {})),
]);

const logsourceOf = ({ product, category, service }: Logsource): Logsource => ({
  ...(product !== undefined && { product: product.toLowerCase() }),
  ...(category !== undefined && { category: category.toLowerCase() }),
  ...(service !== undefined && { service: service.toLowerCase() }),
});
