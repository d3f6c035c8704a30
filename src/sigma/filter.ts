import type { Located, Metadata } from "./metadata.ts";
import type { DetectionSection, Logsource } from "./rule.ts";
import type { Span } from "./source.ts";

/** A filter (Sigma 2.1, "Filters"): a further condition for some rules, kept apart from them. See `applyFilters`. */
export interface Filter extends Metadata {
  readonly kind: "filter";
  /** A rule must have every dimension that is named here. */
  readonly logsource: Logsource;
  /** Ids or names of the rules that it is for, as written; `any` for all rules of the logsource. */
  readonly rules: readonly Located[] | "any";
  /** Its selections, and its condition: exactly one. */
  readonly detection: DetectionSection;
  readonly span: Span;
}
