import type { Condition } from "./condition.ts";
import type { Located, Metadata } from "./metadata.ts";
import type { Span } from "./source.ts";

/** A correlation (Sigma 2.1, "Correlation rules"): matches of other rules, seen together. */
export interface Correlation extends Metadata {
  readonly kind: "correlation";
  /** Ids or names of the rules and correlations whose matches it looks at; at least one, none twice. */
  readonly rules: readonly Located[];
  /** Fields or aliases that the matches must have in common. */
  readonly groupBy: readonly Located[];
  /** How far apart the matches may be, at least 1. */
  readonly timespanSeconds: number;
  readonly measure: Measure;
  /** For a name in `groupBy` or a measured field, how the events of each rule (by id or name as in `rules`) call it. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Whether the rules still detect on their own. */
  readonly generate: boolean;
  readonly span: Span;
}

/** What is measured over the matches of one group in one timespan, and when the correlation matches. */
export type Measure =
  | { readonly kind: "event_count"; readonly threshold: Threshold }
  /** Distinct values of the field; of several fields, distinct tuples. */
  | { readonly kind: "value_count"; readonly fields: readonly Located[]; readonly threshold: Threshold }
  | {
      readonly kind: "value_sum" | "value_avg" | "value_median";
      readonly field: Located;
      readonly threshold: Threshold;
    }
  | {
      readonly kind: "value_percentile";
      readonly field: Located;
      /** From 0 to 100. Absent if the author gives none: what is measured is not known then, so it cannot be evaluated. */
      readonly percentile?: number;
      readonly threshold: Threshold;
    }
  | { readonly kind: "temporal" | "temporal_ordered"; readonly expects: Expectation };

/** Which of its rules a temporal correlation expects. */
export type Expectation =
  | { readonly kind: "all" }
  /** How many distinct ones. */
  | { readonly kind: "some"; readonly threshold: Threshold }
  /** Those that the condition names: here a `selection` is a rule of the correlation. There are no quantifiers. */
  | { readonly kind: "condition"; readonly condition: Condition };

/** Bounds that must all hold; at least one. */
export type Threshold = readonly Bound[];

export const boundOperators = ["gt", "gte", "lt", "lte", "eq", "neq"] as const;

export interface Bound {
  readonly operator: (typeof boundOperators)[number];
  readonly value: number;
  readonly span: Span;
}
