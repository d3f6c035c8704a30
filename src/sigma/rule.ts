import type { Condition } from "./condition.ts";
import type { Pattern } from "./pattern.ts";
import type { Span } from "./source.ts";

export const statuses = ["stable", "test", "experimental", "deprecated", "unsupported"] as const;
export type Status = (typeof statuses)[number];

/** Severity as Sigma spells it, lowest first. */
export const levels = ["informational", "low", "medium", "high", "critical"] as const;
export type Level = (typeof levels)[number];

/** A string of the rule with its place. */
export interface Located {
  readonly text: string;
  readonly span: Span;
}

/** A Sigma detection rule (Sigma 2.1, "Structure"). Absent author metadata is absent here; nothing is defaulted. */
export interface Rule {
  readonly kind: "rule";
  readonly title: string;
  readonly id?: string;
  readonly name?: string;
  readonly status?: Status;
  readonly level?: Level;
  readonly description?: string;
  readonly author?: string;
  readonly date?: string;
  readonly modified?: string;
  readonly license?: string;
  readonly references: readonly string[];
  readonly falsePositives: readonly string[];
  readonly fields: readonly string[];
  /** Tags as written, such as `attack.t1048.003`. */
  readonly tags: readonly Located[];
  readonly logsource: Logsource;
  readonly detection: DetectionSection;
  /** Where the document stands in its file, with its comments and without its marker: a text that can be parsed alone. */
  readonly span: Span;
}

export interface Logsource {
  readonly category?: string;
  readonly product?: string;
  readonly service?: string;
  readonly definition?: string;
  readonly span: Span;
}

/** The `detection` section: named selections and the conditions over them. The rule matches when any condition holds. */
export interface DetectionSection {
  readonly selections: ReadonlyMap<string, Selection>;
  readonly conditions: readonly Condition[];
  readonly span: Span;
}

/** A search identifier's body: a map is an `and`, a list an `or`, a field with its values an `item`. */
export type Selection =
  { readonly kind: "and" | "or"; readonly operands: readonly Selection[]; readonly span: Span } | DetectionItem;

/** A field, its modifiers and its values; without a field the values are keywords, searched in the whole event. */
export interface DetectionItem {
  readonly kind: "item";
  readonly field?: string;
  /** Modifiers as written, in order. */
  readonly modifiers: readonly string[];
  /** `all` with the modifier `all`, else `any`. */
  readonly linking: "any" | "all";
  readonly values: readonly Value[];
  readonly span: Span;
}

/** One value of an item. `alternatives` are what the modifiers made of it: any of them satisfies the value. */
export interface Value {
  /** The value as the author wrote it, for evidence. */
  readonly text: string;
  readonly alternatives: readonly Pattern[];
  readonly span: Span;
}
