import type { Cursor } from "../cursor.ts";

/** Where the reader of blocks stands in a text: at the first line that has not been read and says something. */
export interface Lines extends Cursor {
  /** Where that line begins, behind its indentation. */
  at: number;
  /** Its column; -1 behind the last line. */
  column: number;
  /** The column of the first line behind the last value, if it is nothing but a comment; else that of the line at hand. */
  columnBehind: number;
}

const lineBreak = 10;
const space = 32;
const hash = 35;
const colon = 58;

/** Skips blank lines and comments from `from` on, where a line begins. */
export function findLine(lines: Lines, from: number): void {
  const { text } = lines;
  lines.columnBehind = -1;
  for (let start = from; start < text.length;) {
    const at = skipSpaces(text, start);
    const unit = at < text.length ? text.charCodeAt(at) : lineBreak;
    if (unit === lineBreak) start = at + 1;
    else {
      if (lines.columnBehind < 0) lines.columnBehind = at - start;
      if (unit !== hash) return stand(lines, at, at - start);
      start = endOfLine(text, at) + 1;
    }
  }
  stand(lines, text.length, -1);
}

function stand(lines: Lines, at: number, column: number): void {
  lines.at = at;
  lines.column = column;
}

/** Goes on behind a value that ends at `end`. False if more than a comment follows it in its line. */
export function leaveLine(lines: Lines, end: number): boolean {
  const { text } = lines;
  let at = skipSpaces(text, end);
  if (at > end && isAt(text, at, hash)) at = endOfLine(text, at);
  if (at < text.length && !isAt(text, at, lineBreak)) return false;
  findLine(lines, at + 1);
  return true;
}

/** The offset behind the `:` of a key that ends at `end`; -1 if it is no key. */
export function behindColon({ text }: Lines, end: number): number {
  const at = skipSpaces(text, end);
  return isAt(text, at, colon) && isBlank(text, at + 1) ? at + 1 : -1;
}

export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) === space) at++;
  return at;
}

/** Where text without quotes ends that begins at `from`: before a comment, before the `:` of a key, or with its line. */
export function endOfPlain(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineBreak) break;
    if (unit === colon && isBlank(text, at + 1)) break;
    if (unit === hash && text.charCodeAt(at - 1) === space) break;
  }
  while (text.charCodeAt(at - 1) === space) at--;
  return at;
}

export function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** Whether nothing stands there: a space, or the end of the line. */
export const isBlank = (text: string, at: number): boolean =>
  at >= text.length || isAt(text, at, space) || isAt(text, at, lineBreak);

export const isLineEnd = (text: string, at: number): boolean => at >= text.length || text.charCodeAt(at) === lineBreak;

const isAt = (text: string, at: number, unit: number): boolean => at < text.length && text.charCodeAt(at) === unit;
