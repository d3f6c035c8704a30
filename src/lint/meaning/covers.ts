import { fold } from "../../std/index.ts";
import type { StringPart } from "../../sigma/index.ts";

/** How many steps of comparing may still be taken. It bounds the work that a rule can ask for. */
export interface Budget {
  steps: number;
}

/** A pattern of text, made ready to be compared with others. Each symbol stands for one character or wildcard. */
export type Symbols = readonly string[];

const anyRun = "*any";
const anyOne = "?any";

/** Patterns without letter case are folded, so that two of them compare by their symbols. */
export function symbolsOf(parts: readonly StringPart[], cased: boolean): Symbols {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case "literal":
        return Array.from(cased ? part.text : fold(part.text));
      case "anyRun":
        return anyRun;
      case "anyOne":
        return anyOne;
      case "oneOf":
        return `of ${part.characters}`;
    }
  });
}

/** The text of a pattern with NUL in place of what is not literal, and its longest literal: a quick look before `covers`. */
export function literalsOf(
  parts: readonly StringPart[],
  cased: boolean,
): { readonly text: string; readonly longest: string } {
  const literals = parts.map((part) => (part.kind !== "literal" ? "\0" : cased ? part.text : fold(part.text)));
  const longest = literals.reduce((best, next) => (next !== "\0" && next.length > best.length ? next : best), "");
  return { text: literals.join(""), longest };
}

/**
 * Whether every text that is like `special` is also like `general`. It errs to false, and says false when the budget is spent.
 *
 * The wildcards of `special` are taken for characters that only a wildcard of `general` is like.
 */
export function covers(general: Symbols, special: Symbols, budget: Budget): boolean {
  let at = 0;
  let next = 0;
  let lastRun = -1;
  let resumeAt = 0;
  while (next < special.length) {
    if (--budget.steps < 0) return false;
    const symbol = general[at];
    if (symbol === anyRun) {
      lastRun = at++;
      resumeAt = next;
    } else if (symbol !== undefined && isLike(symbol, special[next] ?? "")) {
      at++;
      next++;
    } else if (lastRun >= 0) {
      at = lastRun + 1;
      next = ++resumeAt;
    } else return false;
  }
  return general.slice(at).every((symbol) => symbol === anyRun);
}

function isLike(general: string, special: string): boolean {
  if (general === special) return true;
  if (special === anyRun) return false;
  if (general === anyOne) return true;
  return general.startsWith("of ") && Array.from(special).length === 1 && general.slice(3).includes(special);
}

export const isWildcard = (symbol: string): boolean => symbol === anyRun || symbol === anyOne;
