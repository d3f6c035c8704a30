import {
  attackTest,
  type Choice,
  logsourceTest,
  type RuleBook,
  type RuleEntry,
  severities,
  severityRanks,
} from "../rules/index.ts";
import type { DetectionPredicate } from "../store/index.ts";
import type { DetectionFilter } from "./filter.ts";
import { detectionStatuses, dispositions } from "./triage.ts";

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

function ruleConjuncts({ attack, logsource, rule }: DetectionFilter, book: RuleBook): DetectionPredicate[] {
  const idsWhere = (test: (entry: RuleEntry) => boolean): DetectionPredicate => ({
    kind: "rule",
    ids: [...book.byId.values()].filter(test).map(({ id }) => id),
  });
  return [
    ...(attack ? [idsWhere(attackTest(attack))] : []),
    ...(logsource ? [idsWhere(logsourceTest(logsource))] : []),
    ...(rule ? [{ kind: "rule", ids: idsOf(chosen(rule), book) } as const] : []),
  ];
}

const idsOf = (identities: readonly string[] | undefined, book: RuleBook): number[] =>
  identities ? identities.flatMap((identity) => book.byIdentity.get(identity)?.id ?? []) : [...book.byId.keys()];

function columnConjuncts(filter: DetectionFilter): DetectionPredicate[] {
  const { severity, status, disposition, time } = filter;
  return [
    ...(severity ? [{ kind: "severity", in: severityRanks(severity, severities) } as const] : []),
    ...(status ? [{ kind: "status", in: places(status, detectionStatuses) } as const] : []),
    ...(disposition ? [{ kind: "disposition", in: places(disposition, dispositions) } as const] : []),
    ...(["host", "user", "sourceAddress"] as const).flatMap((kind) => {
      const values = filter[kind] && chosen(filter[kind]);
      return values ? [{ kind, in: values }] : [];
    }),
    ...(time ? [{ kind: "time", ...(time.gte && { from: time.gte }), ...(time.lt && { to: time.lt }) } as const] : []),
  ];
}

/** The values that a choice allows; undefined: all. */
function chosen<T>({ eq, in: any }: Choice<T>): readonly T[] | undefined {
  if (eq === undefined) return any;
  return any === undefined || any.includes(eq) ? [eq] : [];
}

const places = <T>(choice: Choice<T>, all: readonly T[]): number[] =>
  (chosen(choice) ?? all).map((value) => all.indexOf(value));

const intersection = (sets: readonly (readonly number[])[]): number[] =>
  sets.reduce<number[]>(
    (left, right) => {
      const kept = new Set(right);
      return left.filter((id) => kept.has(id));
    },
    [...(sets[0] ?? [])],
  );
