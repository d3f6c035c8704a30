import { RE2JS } from "re2js";
import { compileRegex, flagBits, type RegexFlags } from "./regex.ts";

/** A part of a text: half open, in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Where a regular expression first matches; undefined if it does not, or cannot be compiled: see `compileRegex`. */
export function findMatch(source: string, flags: RegexFlags, text: string): TextRange | undefined {
  if (!compileRegex(source, flags).ok) return undefined;
  const matcher = RE2JS.compile(source, flagBits(flags)).matcher(text);
  return matcher.find() ? { start: matcher.start(), end: matcher.end() } : undefined;
}
