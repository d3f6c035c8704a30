import { fold } from "./fold.ts";

/** A character class: its length in the text, and all that it can be, with its case folded, if that is known and little. */
export interface RegexClass {
  readonly letters?: readonly string[];
  readonly length: number;
}

const maxLetters = 40;

/** Reads the class, `[a-c]`, that stands at `start` of a regular expression; one without an end goes on to the end of the text. */
export function readClass(source: string, start: number, ignoreCase: boolean): RegexClass {
  const isNegated = source.startsWith("^", start + 1);
  const first = start + (isNegated ? 2 : 1);
  let letters: readonly string[] | undefined = isNegated ? undefined : [];
  let at = first;
  while (at < source.length && (at === first || source[at] !== "]")) {
    item.lastIndex = at;
    const found = item.exec(source);
    if (!found) break;
    letters = letters && addLetters(letters, found, ignoreCase);
    at += found[0].length;
  }
  return { ...(letters && { letters }), length: at + 1 - start };
}

/** A named set, or one character and perhaps the last of its range. A hyphen at the end of the class is itself. */
const item =
  /\[:\^?\w+:\]|\\[dDsSwW]|\\[pP](?:\{[^}]*\}|[^])|(\\(?:x\{[^}]*\}|x[^][^]|[0-7]{1,3}|[^])|[^])(?:-(?!\])(\\(?:x\{[^}]*\}|x[^][^]|[0-7]{1,3}|[^])|[^]))?/uy;

function addLetters(
  letters: readonly string[],
  [, from, to = from]: RegExpExecArray,
  ignoreCase: boolean,
): readonly string[] | undefined {
  if (from === undefined || to === undefined) return undefined;
  const [low, high] = [readCodePoint(from).codePointAt(0) ?? 0, readCodePoint(to).codePointAt(0) ?? 0];
  // A range within ASCII has each letter in two cases at most.
  if (high - low >= 2 * maxLetters || (ignoreCase && high > 0x7f)) return undefined;
  const range = Array.from({ length: high - low + 1 }, (_, index) => fold(String.fromCodePoint(low + index)));
  const all = [...new Set([...letters, ...range])];
  return all.length > maxLetters ? undefined : all;
}

/** The character that an escape stands for: `\n`, `\x41`, `\x{1F600}`, `\101`, `\.`; of any other text itself. */
export function readCodePoint(text: string): string {
  if (!text.startsWith("\\") || text.length < 2) return text;
  const [, hex, octal] = /^\\(?:x\{?([0-9a-fA-F]+)\}?|([0-7]+))$/.exec(text) ?? [];
  if (hex !== undefined) return characterOf(Number.parseInt(hex, 16));
  if (octal !== undefined) return characterOf(Number.parseInt(octal, 8));
  return controls.get(text.slice(1)) ?? text.slice(1);
}

/** Beyond Unicode there is none. */
const characterOf = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : "");

const controls = new Map([
  ["a", "\u0007"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);
