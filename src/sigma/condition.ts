import type { Span } from "./source.ts";

/** A parsed `condition` (Sigma 2.1, "Condition"). Names and globs are resolved: every name here is a selection of the rule. */
export type Condition =
  | { readonly kind: "selection"; readonly name: string; readonly span: Span }
  | { readonly kind: "not"; readonly operand: Condition; readonly span: Span }
  | { readonly kind: "and" | "or"; readonly operands: readonly Condition[]; readonly span: Span }
  | Quantifier;

/** `1 of selection_*`, `all of them`, kept as a node so that it can be explained. */
export interface Quantifier {
  readonly kind: "quantifier";
  /** How many of the selections must match, or all of them. */
  readonly count: number | "all";
  /** The glob as written, or `them`. */
  readonly glob: string;
  /** The selections that the glob names, in the rule's order. Empty only in a filter, never beside `all`: it holds for no event. */
  readonly names: readonly string[];
  readonly span: Span;
}
