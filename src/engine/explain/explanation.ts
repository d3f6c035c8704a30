import type { DetectionItem } from "../../sigma/index.ts";
import type { Excerpt } from "../excerpt.ts";

/** Why a rule matches an event, or why it does not. */
export interface Explanation {
  /** `not-considered`: the event lacks a dimension of the rule's logsource, so its condition is not even asked. */
  readonly verdict: "match" | "no-match" | "not-considered";
  /** The dimensions that the rule's logsource names; none for a rule that takes every event. */
  readonly logsource: readonly DimensionExplanation[];
  /** The rule's conditions; one that holds is enough. They are explained for a rule that is not considered too. */
  readonly conditions: readonly ExplanationNode[];
}

/** What a dimension of the logsource asked, and what the event is. */
export interface DimensionExplanation {
  readonly dimension: "product" | "category" | "service";
  readonly asked: string;
  /** An event may have several categories; empty if nothing is known of it. */
  readonly had: readonly string[];
  readonly holds: boolean;
}

interface Node {
  readonly holds: boolean;
  /** The parts, in the rule's order; all of them, also where the first decides. */
  readonly parts: readonly ExplanationNode[];
  /** Parts that are left out: those that do not decide. */
  readonly omitted: number;
}

/** One node of a condition, of a selection's body, or one value. */
export type ExplanationNode =
  /** Of a condition. `text` is the expression as its author could write it. */
  | (Node & { readonly kind: "and" | "or" | "not" | "quantifier"; readonly text: string })
  /** A selection that was explained before has no parts here. */
  | (Node & { readonly kind: "selection"; readonly name: string; readonly isRepeated: boolean })
  /** Inside a selection: a map is `all`, a list of maps `any`. */
  | (Node & { readonly kind: "all" | "any" })
  | ItemExplanation
  | ValueExplanation;

/** A field with its values, or keywords. */
export interface ItemExplanation extends Node {
  readonly kind: "item";
  /** Absent for keywords. */
  readonly field?: string;
  readonly modifiers: readonly string[];
  /** Whether one of the values is enough, or all are needed. */
  readonly linking: DetectionItem["linking"];
  /** `neq`: the item holds where its values, linked, do not. */
  readonly negated: boolean;
  readonly had: FieldExplanation;
}

/** One value of an item. */
export interface ValueExplanation extends Node {
  readonly kind: "value";
  /** As its author wrote it. */
  readonly pattern: Excerpt;
  /** The event's value that the pattern was found in, and for a keyword the field. */
  readonly found?: { readonly field?: string; readonly value?: Excerpt };
  /** What a `fieldref` compares with. */
  readonly other?: { readonly field: string; readonly had: FieldExplanation };
}

/** What an event has under a name; for keywords, in how many fields they were looked for. */
export type FieldExplanation =
  | { readonly kind: "absent" }
  /** No value, but fields below: the name is that of an object. */
  | { readonly kind: "object" }
  | { readonly kind: "values"; readonly values: readonly HadValue[]; readonly omitted: number }
  | { readonly kind: "everywhere"; readonly fields: number };

export interface HadValue extends Excerpt {
  readonly type: "string" | "number" | "boolean" | "null";
}
