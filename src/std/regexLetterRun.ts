import type { RegexTree } from "./regexTree.ts";

/** So many letters side by side, each one of these: `[0-9a-f]{64}` needs 64 of 16. Their case is folded. */
export interface LetterRun {
  readonly length: number;
  /** By their codes in ASCII, 1 of each that is one. */
  readonly letters: Uint8Array;
}

/** Shorter runs stand in too many texts to tell anything. */
const shortest = 8;

/** What a repetition needs, if its operand is one of a few ASCII letters. */
export function runOfLetters(operand: RegexTree, min: number): LetterRun | undefined {
  if (operand.kind !== "one" || operand.letters === undefined || min < shortest) return undefined;
  return operand.letters.every(isAscii) ? letterRun(min, operand.letters) : undefined;
}

export function letterRun(length: number, letters: readonly string[]): LetterRun {
  const table = new Uint8Array(128);
  for (const letter of letters) table[letter.charCodeAt(0)] = 1;
  return { length, letters: table };
}

const isAscii = (letter: string): boolean => letter.length === 1 && letter <= "\u007f";

/**
 * Whether a folded text has the run. One of so many places side by side lies in it: no other is looked at, and around each only as far
 * as the letters go, which happens once for every stretch of them.
 */
export function hasLetterRun({ length, letters }: LetterRun, folded: string): boolean {
  const isOne = (at: number): boolean => letters[folded.charCodeAt(at)] === 1;
  for (let at = length - 1; at < folded.length; at += length) {
    if (!isOne(at)) continue;
    let start = at;
    while (start > 0 && isOne(start - 1)) start -= 1;
    let end = at + 1;
    while (end < folded.length && end - start < length && isOne(end)) end += 1;
    if (end - start >= length) return true;
  }
  return false;
}
