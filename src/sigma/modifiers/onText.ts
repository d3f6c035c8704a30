import type { Pattern } from "../pattern.ts";
import { type Applied, made, refused } from "./modifier.ts";

type StringPattern = Extract<Pattern, { kind: "string" }>;

/** Applies a change to the text of a value; a number or a boolean becomes its text first. */
export function onText(modifier: string, pattern: Pattern, change: (pattern: StringPattern) => Pattern): Applied {
  const text = asText(pattern);
  if (text) return made(change(text));
  return refused({ code: "invalid-value", message: `\`${modifier}\` needs text, and null has none` });
}

/** A scalar as a string pattern; undefined if it has no text. */
export function asText(pattern: Pattern): StringPattern | undefined {
  switch (pattern.kind) {
    case "string":
      return pattern;
    case "number":
      return literal(pattern.text);
    case "boolean":
      return literal(String(pattern.value));
    case "null":
    case "exists":
    case "regex":
    case "cidr":
      return undefined;
  }
}

const literal = (text: string): StringPattern => ({
  kind: "string",
  parts: [{ kind: "literal", text }],
  cased: false,
});
