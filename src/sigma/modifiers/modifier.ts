import type { Pattern } from "../pattern.ts";
import type { Fault } from "../problem.ts";
import type { ScalarNode } from "../yaml/node.ts";

/** A value as it is written, its placeholders filled. */
export type Written = Pick<ScalarNode, "type" | "text">;

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
  /** Asks about a field, so that it makes no sense for keywords. */
  readonly needsField?: true;
  /** How often it may stand in an item, meaning something else each time; once, if absent. */
  readonly times?: number;
  /** Names of modifiers that make no sense beside it, on either side. */
  readonly excludes?: readonly string[];
  /** Names of modifiers that may stand behind it, never before it. */
  readonly precedes?: readonly string[];
  /** Of an operator: the names of those of which one may stand behind it. */
  readonly refinedBy?: readonly string[];
  /** What it makes of a pattern, which the modifiers before it made of `value`. Several patterns are alternatives. */
  readonly apply: (pattern: Pattern, value: Written) => Applied;
}

export type Applied =
  { readonly ok: true; readonly patterns: readonly Pattern[] } | { readonly ok: false; readonly fault: Fault };

export const made = (...patterns: readonly Pattern[]): Applied => ({ ok: true, patterns });
export const refused = (fault: Fault): Applied => ({ ok: false, fault });
