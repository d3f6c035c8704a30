import type { Condition } from "./condition.ts";
import type { Metadata } from "./metadata.ts";
import type { Pattern } from "./pattern.ts";
import type { Span } from "./source.ts";

/** A Sigma detection rule (Sigma 2.1, "Structure"). */
export interface Rule extends Metadata {
  readonly kind: "rule";
  readonly logsource: Logsource;
  readonly detection: DetectionSection;
  /** Where its document stands in its file, with its comments and without its marker. See `textOf`. */
  readonly span: Span;
  /** The documents that its own was merged with (`action: global` and `repeat`), first to last. Absent if its own is all. */
  readonly base?: readonly Span[];
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
  /** With the modifier `neq`: the item holds where its values, linked, do not; of a field that is absent too. */
  readonly negated: boolean;
  readonly values: readonly Value[];
  readonly span: Span;
}

/** One value of an item. `alternatives` are what the modifiers made of it: any of them satisfies the value. */
export interface Value {
  /** The value as the author wrote it, for evidence; `null` for none. */
  readonly text: string;
  /** What it is in YAML, before its modifiers. */
  readonly type: "string" | "number" | "boolean" | "null";
  readonly alternatives: readonly Pattern[];
  readonly span: Span;
}
