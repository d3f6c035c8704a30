import {
  type Choice,
  chooses,
  logsourceTest,
  type RuleBook,
  type RuleEntry,
  rulesOfAttack,
  severities,
  severityRanks,
  textTest,
} from "../rules/index.ts";
import type { DetectionPredicate, TextColumn } from "../store/index.ts";
import { chosen, unwanted } from "./choice.ts";
import type { DetectionFilter, OptionalText, TimeSpan } from "./filter.ts";
import { detectionStatuses, dispositions } from "./triage.ts";

const textColumns = ["host", "user", "sourceAddress", "assignee"] as const satisfies readonly TextColumn[];

/** A filter made ready for the store. */
export interface ResolvedFilter {
  /** Only these rules' detections, where the filter says so at its top. */
  readonly ruleIds?: readonly number[];
  readonly predicate: DetectionPredicate;
}

/**
 * Resolves what a filter says of rules (ATT&CK, logsource, identity) to sets of rule ids: a few thousand rules in memory
 * answer that faster than any index, and a new version of ATT&CK re-maps old detections for nothing.
 *
 * @param includeTests whether detections of rules in state TESTING are wanted
 */
export function resolveFilter(filter: DetectionFilter, book: RuleBook, includeTests: boolean): ResolvedFilter {
  const parts = [...conjuncts(filter, book), ...(includeTests ? [] : [{ kind: "test", isTest: false } as const])];
  const flat = parts.flatMap((part) => (part.kind === "and" ? part.operands : [part]));
  const ruleSets = flat.filter((part) => part.kind === "rule").map((part) => part.ids);
  const predicate: DetectionPredicate = { kind: "and", operands: flat.filter((part) => part.kind !== "rule") };
  return ruleSets.length === 0 ? { predicate } : { ruleIds: intersection(ruleSets), predicate };
}

function conjuncts(filter: DetectionFilter, book: RuleBook): DetectionPredicate[] {
  const all = (filters: readonly DetectionFilter[]) => filters.map((one) => conjunction(one, book));
  return [
    ...(filter.and ? all(filter.and).flatMap((part) => (part.kind === "and" ? part.operands : [part])) : []),
    ...(filter.or ? [{ kind: "or", operands: all(filter.or) } as const] : []),
    ...(filter.not ? [{ kind: "not", operand: conjunction(filter.not, book) } as const] : []),
    ...ruleConjuncts(filter, book),
    ...columnConjuncts(filter),
  ];
}

const conjunction = (filter: DetectionFilter, book: RuleBook): DetectionPredicate => ({
  kind: "and",
  operands: conjuncts(filter, book),
});

function ruleConjuncts(filter: DetectionFilter, book: RuleBook): DetectionPredicate[] {
  const { attack, rule } = filter;
  const sets = [
    ...(attack ? [rulesOfAttack(book, attack).map(({ id }) => id)] : []),
    ...ruleTests(filter).map((test) => idsWhere(test, book)),
    ...(rule ? [idsOf(rule, book)] : []),
  ];
  return sets.map((ids) => ({ kind: "rule", ids }));
}

/** Most filters want few of thousands of rules. */
function idsWhere(test: (entry: RuleEntry) => boolean, { byId }: RuleBook): number[] {
  const ids: number[] = [];
  for (const entry of byId.values()) if (test(entry)) ids.push(entry.id);
  return ids;
}

/** What the filter says of a rule, but for what is looked up: its identity and its techniques. */
function ruleTests(filter: DetectionFilter): ((entry: RuleEntry) => boolean)[] {
  const { logsource, title, ruleStatus, ruleState } = filter;
  const titled = title && textTest(title);
  return [
    ...(logsource ? [logsourceTest(logsource)] : []),
    ...(titled ? [(entry: RuleEntry) => titled(entry.title)] : []),
    ...(ruleStatus ? [({ status }: RuleEntry) => chooses(ruleStatus, status)] : []),
    ...(ruleState ? [({ state }: RuleEntry) => chooses(ruleState, state)] : []),
  ];
}

/** Looked up, not gone through: there may be a thousand identities and thousands of rules. */
function idsOf(rule: Choice<string>, { byId, byIdentity }: RuleBook): number[] {
  const entries = chosen(rule)?.flatMap((identity) => byIdentity.get(identity) ?? []) ?? [...byId.values()];
  const excluded = new Set(unwanted(rule));
  return entries.filter(({ identity }) => !excluded.has(identity)).map(({ id }) => id);
}

function columnConjuncts(filter: DetectionFilter): DetectionPredicate[] {
  const { severity, status, disposition, time, detectedAt } = filter;
  return [
    ...(severity ? [{ kind: "severity", in: severityRanks(severity, severities) } as const] : []),
    ...(status ? [{ kind: "status", in: places(status, detectionStatuses) } as const] : []),
    ...(disposition ? [{ kind: "disposition", in: places(disposition, dispositions) } as const] : []),
    ...textColumns.flatMap((column) => textConjuncts(column, filter[column] ?? {})),
    ...(time ? [{ kind: "time", ...bounds(time) } as const] : []),
    ...(detectedAt ? [{ kind: "arrival", ...bounds(detectedAt) } as const] : []),
  ];
}

const bounds = ({ gte, lt }: TimeSpan) => ({ ...(gte && { from: gte }), ...(lt && { to: lt }) });

function textConjuncts(kind: TextColumn, filter: OptionalText): DetectionPredicate[] {
  const [wanted, excluded] = [chosen(filter), unwanted(filter)];
  const absent = { kind: "absent", column: kind } as const;
  return [
    ...(wanted ? [{ kind, in: wanted }] : []),
    ...(excluded.length > 0 ? [{ kind: "not", operand: { kind, in: excluded } } as const] : []),
    ...(filter.isNull === undefined ? [] : [filter.isNull ? absent : ({ kind: "not", operand: absent } as const)]),
  ];
}

const places = <T>(choice: Choice<T>, all: readonly T[]): number[] =>
  all.flatMap((value, place) => (chooses(choice, value) ? [place] : []));

const intersection = (sets: readonly (readonly number[])[]): number[] =>
  sets.reduce<number[]>(
    (left, right) => {
      const kept = new Set(right);
      return left.filter((id) => kept.has(id));
    },
    [...(sets[0] ?? [])],
  );
