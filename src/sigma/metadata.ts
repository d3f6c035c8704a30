import type { Json } from "../std/index.ts";
import type { Span } from "./source.ts";

export const statuses = ["stable", "test", "experimental", "deprecated", "unsupported"] as const;
export type Status = (typeof statuses)[number];

/** Severity as Sigma spells it, lowest first. */
export const levels = ["informational", "low", "medium", "high", "critical"] as const;
export type Level = (typeof levels)[number];

/** How a rule relates to another one (Sigma 2.1, "Related"). */
export const relations = ["derived", "obsolete", "merged", "renamed", "similar"] as const;
export type Relation = (typeof relations)[number];

/** A string of the rule with its place. */
export interface Located {
  readonly text: string;
  readonly span: Span;
}

/** Another rule, by its id. */
export interface Related {
  readonly id: string;
  readonly type: Relation;
  readonly span: Span;
}

/** What a rule, a filter or a correlation says about itself. What its author does not say is absent; nothing is defaulted. */
export interface Metadata {
  readonly title: string;
  readonly id?: string;
  /** What correlations and filters may call it, beside its id. */
  readonly name?: string;
  readonly status?: Status;
  readonly level?: Level;
  readonly description?: string;
  readonly author?: string;
  readonly date?: string;
  readonly modified?: string;
  readonly license?: string;
  /** Whose field names it uses; absent for Sigma's own. */
  readonly taxonomy?: string;
  readonly related: readonly Related[];
  readonly references: readonly string[];
  readonly falsePositives: readonly string[];
  readonly fields: readonly string[];
  /** Tags as written, such as `attack.t1048.003`. */
  readonly tags: readonly Located[];
  /** Where the rule is meant to be used, such as `server`. */
  readonly scope: readonly string[];
  /** The keys that Sigma leaves to the author, as plain data, in the order of the text. */
  readonly custom: ReadonlyMap<string, Json>;
}
