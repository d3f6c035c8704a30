import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { problem } from "../problem.ts";
import type { Span } from "../source.ts";
import { type Cursor, refuseTag, spanAt } from "./cursor.ts";
import type { ScalarNode } from "./node.ts";
import { scalarType } from "./scalarType.ts";
import { skipSpace } from "./skipSpace.ts";

/** Reads the scalar of an event, and moves the cursor behind it. */
export function readScalar(cursor: Cursor, event: ScalarEvent): ScalarNode {
  const isString = takeTag(cursor, event);
  if (event.valueStart < 0) return emptyScalar(cursor, isString);
  const text = getScalarValue(cursor.text, event);
  const style = styleOf(event);
  const { start, end } = extent(cursor, event, style);
  cursor.end = end;
  const span = spanAt(cursor, start, end);
  checkCharacters(cursor, text, span);
  const type = style === "plain" && !isString ? scalarType(text) : "string";
  const exactStart = event.fast ? cursor.base + event.valueStart : undefined;
  return { kind: "scalar", type, text, style, span, exactStart };
}

/** Whether a tag says that the scalar is a string. Any other tag is refused. */
function takeTag(cursor: Cursor, { tagStart, tagEnd }: ScalarEvent): boolean {
  if (tagStart < 0) return false;
  cursor.end = tagEnd;
  if (cursor.text.slice(tagStart, tagEnd) !== "!!str") refuseTag(cursor, tagStart, tagEnd);
  return true;
}

/** Nothing at all: its place is behind the `:` or `-` that announced it. */
function emptyScalar(cursor: Cursor, isString: boolean): ScalarNode {
  const offset = skipSpace(cursor.text, cursor.end);
  if (":-?".includes(cursor.text.charAt(offset)) && offset < cursor.text.length) cursor.end = offset + 1;
  const span = spanAt(cursor, cursor.end, cursor.end);
  const type = isString ? "string" : "null";
  return { kind: "scalar", type, text: "", style: "plain", span, exactStart: span.start };
}

function styleOf({ style }: ScalarEvent): ScalarNode["style"] {
  switch (style) {
    case SCALAR_STYLE.PLAIN:
      return "plain";
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return "quoted";
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK:
      return "block";
  }
}

/** Offsets into the parsed text: quotes belong to a scalar; the indentation and the line breaks around a block do not. */
function extent({ text }: Cursor, { valueStart, valueEnd }: ScalarEvent, style: ScalarNode["style"]): Span {
  if (style === "plain") return { start: valueStart, end: valueEnd };
  if (style === "quoted") return { start: valueStart - 1, end: valueEnd + 1 };
  const block = text.slice(valueStart, valueEnd);
  const start = valueStart + block.length - block.trimStart().length;
  return { start: Math.min(start, valueEnd), end: Math.max(start, valueStart + block.trimEnd().length) };
}

/** What no database keeps: only an escape in double quotes, or a broken encoding, brings it here. */
function checkCharacters(cursor: Cursor, text: string, span: Span): void {
  const [found] = /[\0\p{Cs}]/u.exec(text) ?? [];
  if (found === undefined) return;
  const message = found === "\0" ? "the value holds the character U+0000" : "the value holds half of a surrogate pair";
  cursor.report(problem("invalid-character", span, message));
}
