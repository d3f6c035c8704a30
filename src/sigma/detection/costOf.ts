import { regexCost } from "../../std/index.ts";
import type { Modifier } from "../modifiers/modifier.ts";
import { base64s, utf16s } from "../modifiers/names.ts";

/** What a text may cost, and a rule once its lists are filled in. All of SigmaHQ's rules together cost 20,000. */
export const maxCost = 500_000;

/**
 * What a value costs to be read and compiled, in microseconds or so; 0 where it is no more than its text is worth. `x{999}` under
 * `re` costs a thousand, in 6 characters.
 */
export function costOf(chain: readonly Modifier[], text: string): number {
  if (!chain.some(({ name }) => costly.has(name))) return 0;
  const names = new Set(chain.map(({ name }) => name));
  if (names.has("re")) return regexCost(text);
  const dashes = names.has("windash") ? Math.min(2, text.match(/[-/\u2013-\u2015]/g)?.length ?? 0) : 0;
  return (names.has("base64offset") ? alignments : 1) * spellings ** dashes * (perPattern + text.length);
}

const costly: ReadonlySet<string> = new Set(["re", ...base64s, ...utf16s]);

const alignments = 3;
/** Of a dash, which no code shows: each has a pattern of its own. */
const spellings = 5;
const perPattern = 10;
