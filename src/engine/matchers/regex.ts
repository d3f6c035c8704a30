import type { Pattern } from "../../sigma/index.ts";
import { bug, compileRegex } from "../../std/index.ts";
import type { ValueMatcher } from "./matcher.ts";

/** A search anywhere in the value, case-sensitive unless flagged. */
export function matchRegex(pattern: Extract<Pattern, { kind: "regex" }>): ValueMatcher {
  const compiled = compileRegex(pattern.source, pattern);
  if (!compiled.ok) return bug(`the parser let a regular expression through: ${compiled.reason}`);
  const { regex } = compiled;
  return ({ text, folded }) => text !== undefined && regex.test(text, folded);
}
