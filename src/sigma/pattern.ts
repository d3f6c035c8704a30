/** One piece of a string pattern: literal text, `*` (any run, line breaks included) or `?` (one code point). */
export type StringPart =
  { readonly kind: "literal"; readonly text: string } | { readonly kind: "anyRun" } | { readonly kind: "anyOne" };

/**
 * What one value of a detection item asks of a field's value, after its modifiers have been applied.
 *
 * A string pattern is anchored at both ends: `contains` has become an `anyRun` on each side.
 * A number keeps its source text (`0x1F3FFF`, `4688`): the engine compares exactly, beyond 2^53 too.
 */
export type Pattern =
  | { readonly kind: "string"; readonly parts: readonly StringPart[]; readonly cased: boolean }
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
  | { readonly kind: "cidr"; readonly network: string; readonly prefixLength: number };
