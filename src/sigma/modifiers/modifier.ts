import type { Pattern } from "../pattern.ts";
import type { Fault } from "../problem.ts";
import type { ScalarNode } from "../yaml/node.ts";

/** One modifier of Sigma: what it makes of a value, and what it can stand beside. */
export interface Modifier {
  readonly name: string;
  /** Other spellings. */
  readonly aliases?: readonly string[];
  /**
   * `operator`: says how to compare, one per item. `transform`: changes the value that is compared.
   * `flag`: belongs to the `re` before it. `linking`: links the values of an item, and leaves each as it is.
   */
  readonly role: "operator" | "transform" | "flag" | "linking";
  /** Names of modifiers that make no sense beside it, on either side. */
  readonly excludes?: readonly string[];
  /** What it makes of a pattern, which the modifiers before it made of `value`. Several patterns are alternatives. */
  readonly apply: (pattern: Pattern, value: ScalarNode) => Applied;
  /** Why a pattern cannot be used, asked once all modifiers of the chain are applied. */
  readonly refuse?: (pattern: Pattern) => Fault | undefined;
}

export type Applied =
  { readonly ok: true; readonly patterns: readonly Pattern[] } | { readonly ok: false; readonly fault: Fault };

export const made = (pattern: Pattern): Applied => ({ ok: true, patterns: [pattern] });
export const refused = (fault: Fault): Applied => ({ ok: false, fault });
