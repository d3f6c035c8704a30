/**
 * One piece of a string pattern: literal text, `*` (any run, line breaks included), `?` (one code point), or one of some
 * characters, each of one UTF-16 unit and none with letter case: what `windash` makes of a dash.
 */
export type StringPart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "anyRun" }
  | { readonly kind: "anyOne" }
  | { readonly kind: "oneOf"; readonly characters: string };

/** A pattern of text, anchored at both ends: `contains` has become an `anyRun` on each side. */
export interface StringPattern {
  readonly kind: "string";
  readonly parts: readonly StringPart[];
  readonly cased: boolean;
  /** Each character stands for one byte: what `wide` has made of it. A `base64` behind it takes the bytes as they are. */
  readonly inBytes?: true;
}

/** The operators of `lt`, `lte`, `gt` and `gte`. */
export type Comparator = "lt" | "lte" | "gt" | "gte";

/** What `minute`, `hour`, `day`, `week`, `month` and `year` take from a time, in UTC. Weeks are those of ISO 8601, 1 to 53. */
export type TimePart = "minute" | "hour" | "day" | "week" | "month" | "year";

/** How the two fields of a `fieldref` are compared: the one that the item names is, begins with, ends with or contains the other. */
export type Position = "equals" | "startswith" | "endswith" | "contains";

/**
 * What one value of a detection item asks of a field's value, after its modifiers have been applied.
 *
 * A number keeps its source text (`0x1F3FFF`, `4688`), that of a comparison its canonical decimal spelling: the engine compares
 * exactly, beyond 2^53 too. A placeholder is a value that `resolvePlaceholders` must fill before the rule can be matched.
 */
export type Pattern =
  | StringPattern
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "null" }
  | { readonly kind: "exists"; readonly expected: boolean }
  | {
      readonly kind: "regex";
      readonly source: string;
      readonly ignoreCase: boolean;
      readonly multiline: boolean;
      readonly dotAll: boolean;
    }
  | { readonly kind: "cidr"; readonly network: string; readonly prefixLength: number }
  | { readonly kind: "comparison"; readonly operator: Comparator; readonly number: string }
  | {
      readonly kind: "timePart";
      readonly part: TimePart;
      readonly operator: "equals" | Comparator;
      readonly number: number;
    }
  | { readonly kind: "fieldref"; readonly field: string; readonly position: Position; readonly cased: boolean }
  | { readonly kind: "placeholder"; readonly names: readonly string[] };
