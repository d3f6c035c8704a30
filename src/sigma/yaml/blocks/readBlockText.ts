import { CHOMPING_MODE, EVENT_ID, SCALAR_STYLE } from "js-yaml";
import type { ScalarNode } from "../node.ts";
import { readScalar } from "../readScalar.ts";
import { endOfLine, findLine, isLineEnd, type Lines, skipSpaces } from "./lines.ts";

/** Reads a text behind `|` or `>`, whose lines stand further to the right than `parent`; undefined if its form is an uncommon one. */
export function readBlockText(lines: Lines, at: number, parent: number): ScalarNode | undefined {
  const { text } = lines;
  const headerEnd = endOfLine(text, at);
  const chomping = chompings.get(text.slice(at + 1, headerEnd));
  const start = headerEnd + 1;
  const first = skipBreaks(text, start);
  const indent = skipSpaces(text, first) - first;
  if (chomping === undefined || indent <= parent || isLineEnd(text, first + indent)) return undefined;
  const end = endOfBlock(text, first, indent);
  findLine(lines, end);
  const style = text.charAt(at) === "|" ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
  const place = { valueStart: start, valueEnd: end, indent, chomping, style, fast: false };
  return readScalar(lines, { type: EVENT_ID.SCALAR, ...noProperties, ...place });
}

const chompings = new Map([
  ["", CHOMPING_MODE.CLIP],
  ["-", CHOMPING_MODE.STRIP],
  ["+", CHOMPING_MODE.KEEP],
]);

const noProperties = { anchorStart: -1, anchorEnd: -1, tagStart: -1, tagEnd: -1 };

function skipBreaks(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === "\n") at++;
  return at;
}

/** Behind the last line that is blank or has the indentation. */
function endOfBlock(text: string, from: number, indent: number): number {
  let start = from;
  while (start < text.length) {
    const at = skipSpaces(text, start);
    if (at - start < indent && !isLineEnd(text, at)) break;
    start = Math.min(endOfLine(text, at) + 1, text.length);
  }
  return start;
}
