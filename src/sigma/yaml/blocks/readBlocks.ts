import type { Entry, MapNode, Node, ScalarNode, SequenceNode } from "../node.ts";
import { behindColon, findLine, isBlank, isLineEnd, leaveLine, type Lines, skipSpaces } from "./lines.ts";
import { readBlockText } from "./readBlockText.ts";
import { readLineScalar } from "./readLineScalar.ts";

/** More than any rule has; what is deeper is left to the parser of YAML, which bounds it. */
const maxDepth = 32;

const beyondAscii = /[^\n\x20-\x7e]/;

/** Tabs, carriage returns, controls, halves of surrogate pairs, and the mark of byte order. */
const unusual = /[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Reads a document in the form in which nearly all rules are written: maps and lists in blocks, a scalar in one line or behind `|`.
 * It gives what the parser of YAML and `readTree` give, in a fraction of the time.
 *
 * @returns undefined for any other text, be it right or wrong: then the parser of YAML has to read it
 */
export function readBlocks(text: string, base: number): MapNode | undefined {
  if ((beyondAscii.test(text) && unusual.test(text)) || text.endsWith(" ")) return undefined;
  const lines: Lines = {
    ...{ text, base, events: [], report: () => undefined },
    ...{ next: 0, end: 0, depth: 0, at: 0, column: 0, columnBehind: 0 },
  };
  findLine(lines, text.startsWith("---\n") ? 4 : 0);
  const root = readMapAt(lines);
  return lines.column < 0 ? root : undefined;
}

/** A map whose first key stands at the beginning of the line. */
function readMapAt(lines: Lines): MapNode | undefined {
  const key = lines.column < 0 ? undefined : readLineScalar(lines, lines.at);
  const behind = key ? behindColon(lines, lines.end) : -1;
  return key && behind >= 0 ? readMap(lines, key, { column: lines.column, behind }) : undefined;
}

interface KeyPlace {
  readonly column: number;
  /** The offset behind the `:`. */
  readonly behind: number;
}

function readMap(lines: Lines, firstKey: ScalarNode, { column, behind }: KeyPlace): MapNode | undefined {
  if (++lines.depth > maxDepth) return undefined;
  const entries: Entry[] = [];
  let key = firstKey;
  for (let valueAt = behind; ;) {
    const value = readValue(lines, valueAt, column);
    if (!value) return undefined;
    entries.push({ key, value });
    if (lines.column < column) break;
    const next = lines.column === column ? readLineScalar(lines, lines.at) : undefined;
    if (!next || entries.some((entry) => entry.key.text === next.text)) return undefined;
    key = next;
    valueAt = behindColon(lines, lines.end);
    if (valueAt < 0) return undefined;
  }
  lines.depth--;
  return { kind: "map", entries, span: { start: firstKey.span.start, end: lines.base + lines.end } };
}

/** What stands behind the `:` of a key: in the same line, or a block below it. */
function readValue(lines: Lines, behind: number, column: number): Node | undefined {
  lines.end = behind;
  if (!leaveLine(lines, behind)) return readInLine(lines, skipSpaces(lines.text, behind), column);
  const isList = isDash(lines);
  if (lines.column > column) return isList ? readSequence(lines) : readMapAt(lines);
  if (lines.column === column && isList) return readSequence(lines);
  const place = lines.base + behind;
  const span = { start: place, end: place };
  return { kind: "scalar", type: "null", text: "", style: "plain", span, exactStart: place };
}

const isDash = ({ text, at, column }: Lines): boolean =>
  column >= 0 && text.charAt(at) === "-" && isBlank(text, at + 1);

function readSequence(lines: Lines): SequenceNode | undefined {
  if (++lines.depth > maxDepth) return undefined;
  const { at, column } = lines;
  const items: Node[] = [];
  do {
    const item = readItem(lines, column);
    if (!item) return undefined;
    items.push(item);
  } while (lines.column === column && isDash(lines));
  if (lines.column > column) return undefined;
  lines.depth--;
  return { kind: "sequence", items, span: { start: lines.base + at, end: lines.base + lines.end } };
}

/** What stands behind a `-`: a scalar, or a map whose further keys stand below its first. */
function readItem(lines: Lines, column: number): Node | undefined {
  const at = skipSpaces(lines.text, lines.at + 1);
  const mapColumn = column + at - lines.at;
  const first = readLineScalar(lines, at);
  if (!first) return readInLine(lines, at, column);
  const behind = behindColon(lines, lines.end);
  return behind < 0 ? endScalar(lines, first, column) : readMap(lines, first, { column: mapColumn, behind });
}

/** A scalar that is no key. */
function readInLine(lines: Lines, at: number, column: number): ScalarNode | undefined {
  const first = lines.text.charAt(at);
  if (first === "|" || first === ">") return readBlockText(lines, at, column);
  const scalar = readLineScalar(lines, at);
  return scalar && endScalar(lines, scalar, column);
}

/** Leaves the line of a scalar. Without quotes it goes on in the lines below that stand further to the right. */
function endScalar(lines: Lines, scalar: ScalarNode, column: number): ScalarNode | undefined {
  const { end } = lines;
  if (!leaveLine(lines, end)) return undefined;
  if (scalar.style !== "plain" || lines.columnBehind <= column) return scalar;
  const lineEnds = isLineEnd(lines.text, skipSpaces(lines.text, end));
  if (lines.column > column) return undefined;
  // A comment stands there: the parser takes the scalar for one of several lines.
  return lineEnds ? { ...scalar, exactStart: undefined } : scalar;
}
