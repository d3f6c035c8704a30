import type { Pattern } from "../../sigma/index.ts";
import { bug, compileRegex } from "../../std/index.ts";
import type { ValueMatcher } from "./matcher.ts";

/** A search anywhere in the value, case-sensitive unless flagged. */
export function matchRegex(pattern: Extract<Pattern, { kind: "regex" }>): ValueMatcher {
  const compiled = compileRegex(pattern.source, pattern);
  if (!compiled.ok) return bug(`the parser let a regular expression through: ${compiled.reason}`);
  const { regex } = compiled;
  const { minLength } = regex.needs;
  // A value is folded only if it is long enough: folding keeps its length.
  return (value) => value.text !== undefined && value.text.length >= minLength && regex.test(value.text, value.folded);
}
