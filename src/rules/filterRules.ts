import { expandAttackFilter } from "../attack/index.ts";
import type { Status } from "../sigma/index.ts";
import { currentRules, type RuleBook } from "./ruleBook.ts";
import type { RuleKind } from "./document.ts";
import type { RuleEntry, RuleState } from "./ruleEntry.ts";
import { type Severity, severityRank } from "./severity.ts";

/** Which values are wanted. All that is given must hold. */
export interface Choice<T> {
  readonly eq?: T;
  readonly in?: readonly T[];
  /** What is not there is not equal to anything. */
  readonly neq?: T;
  readonly notIn?: readonly T[];
}

/** A choice of values that have an order; every bound given must hold. */
export interface Ordered<T> extends Choice<T> {
  readonly gte?: T;
  readonly lte?: T;
}

/**
 * Tags or ids in any spelling: `T1048.003`, `attack.t1048.003`, `T1048` (with its sub-techniques), `attack.exfiltration`,
 * `TA0010`, or any other tag of the rule.
 */
export interface AttackFilter {
  readonly any?: readonly string[];
  readonly all?: readonly string[];
  readonly none?: readonly string[];
  /** True if absent. */
  readonly includeSubtechniques?: boolean;
}

/** The rule's logsource as its author wrote it, in any letter case. */
export interface LogsourceFilter {
  readonly category?: string;
  readonly product?: string;
  readonly service?: string;
}

/** Which rules are wanted. All that is given must hold; what is not given does not matter. */
export interface RuleFilter {
  readonly attack?: AttackFilter;
  /** Effective severity. */
  readonly severity?: Ordered<Severity>;
  /** Effective status. */
  readonly status?: Choice<Status>;
  readonly kind?: Choice<RuleKind>;
  readonly state?: Choice<RuleState>;
  readonly logsource?: LogsourceFilter;
  /** Text that the title contains, in any letter case. */
  readonly title?: string;
}

export const chooses = <T>({ eq, in: any, neq, notIn }: Choice<T>, value: T | null): boolean =>
  (eq === undefined || eq === value) &&
  (any === undefined || any.some((one) => one === value)) &&
  (neq === undefined || neq !== value) &&
  (notIn === undefined || notIn.every((one) => one !== value));

/** The severities that satisfy a filter, as ranks. */
export const severityRanks = (filter: Ordered<Severity>, all: readonly Severity[]): number[] =>
  all.filter((severity) => chooses(filter, severity) && within(filter, severity)).map(severityRank);

const within = ({ gte, lte }: Ordered<Severity>, severity: Severity): boolean =>
  (gte === undefined || severityRank(severity) >= severityRank(gte)) &&
  (lte === undefined || severityRank(severity) <= severityRank(lte));

/** Compiles an ATT&CK filter to a test of a rule. */
export function attackTest(filter: AttackFilter): (entry: Pick<RuleEntry, "attackKeys">) => boolean {
  const includeSubTechniques = filter.includeSubtechniques ?? true;
  const keysOf = (queries: readonly string[] = []) =>
    queries.map((query) => expandAttackFilter(query, { includeSubTechniques }));
  // One set for any number of queries: a rule has few keys, a filter may have a thousand.
  const union = (sets: readonly ReadonlySet<string>[]) => new Set(sets.flatMap((set) => [...set]));
  const any = filter.any && union(keysOf(filter.any));
  const all = keysOf(filter.all);
  const none = union(keysOf(filter.none));
  return ({ attackKeys }) =>
    (!any || meet(attackKeys, any)) && all.every((wanted) => meet(attackKeys, wanted)) && !meet(attackKeys, none);
}

/** Asked of every rule: nothing is made for it. */
function meet(keys: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const key of keys) if (wanted.has(key)) return true;
  return false;
}

export function logsourceTest(filter: LogsourceFilter): (entry: Pick<RuleEntry, "document">) => boolean {
  const same = (wanted: string | undefined, value: string | undefined) =>
    wanted === undefined || wanted.toLowerCase() === value?.toLowerCase();
  return ({ document }) =>
    document !== undefined &&
    "logsource" in document &&
    same(filter.category, document.logsource.category) &&
    same(filter.product, document.logsource.product) &&
    same(filter.service, document.logsource.service);
}

/** The rules that a filter wants, deleted ones never, by title and then identity. */
export function filterRules(book: RuleBook, filter: RuleFilter): readonly RuleEntry[] {
  const tests = [...testsOf(filter)];
  const entries = byTitle(book);
  return tests.length === 0 ? entries : entries.filter((entry) => tests.every((test) => test(entry)));
}

/** A test for each thing that a filter says. */
function* testsOf(filter: RuleFilter): Generator<(entry: RuleEntry) => boolean> {
  const { severity, status, kind, state } = filter;
  if (filter.attack) yield attackTest(filter.attack);
  if (filter.logsource) yield logsourceTest(filter.logsource);
  if (severity) yield (entry) => chooses(severity, entry.severity) && within(severity, entry.severity);
  if (status) yield (entry) => chooses(status, entry.status);
  if (kind) yield (entry) => chooses(kind, entry.kind);
  if (state) yield (entry) => chooses(state, entry.state);
  const title = filter.title?.toLowerCase();
  if (title !== undefined) yield (entry) => entry.title.toLowerCase().includes(title);
}

/** Sorted once for each book: to sort thousands of rules is most of what a page of them costs. */
const sorted = new WeakMap<RuleBook, readonly RuleEntry[]>();

function byTitle(book: RuleBook): readonly RuleEntry[] {
  const known = sorted.get(book);
  if (known) return known;
  const entries = currentRules(book).sort(
    (one, other) => compare(one.title, other.title) || compare(one.identity, other.identity),
  );
  sorted.set(book, entries);
  return entries;
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
