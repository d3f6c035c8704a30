import { endOfJson, parseJson, splitJson } from "../../std/index.ts";
import type { Item, WireFormat } from "../format.ts";
import { endOfLine, linesOf } from "../lines.ts";

/**
 * One event per line. A line that is broken costs nothing but itself. Blank lines do not count; a line may also hold several
 * events, as when two writers share a file.
 */
export const ndjson: WireFormat = {
  name: "ndjson",
  fits,
  *items(body, firstLine = 1) {
    let line = firstLine;
    for (const text of linesOf(body)) yield* itemsOfLine(text, line++);
  },
};

/**
 * The first line tells: it holds one whole object. If it does not, it is a broken line or the first of a value on many lines: the
 * next line tells, which begins an object of its own only in the first case.
 */
function fits(body: string, mediaType: string): boolean {
  const start = body.search(/\S/);
  if (body[start] !== "{") return body[start] !== "[" && mediaType === "application/x-ndjson";
  const lineEnd = endOfLine(body, start);
  const end = endOfJson(body, start);
  if (end !== undefined && end <= lineEnd) return body.slice(end, lineEnd).trim() === "";
  if (end !== undefined && end - start < longestLook && parseJson(body.slice(start, end)).kind === "json") return false;
  return mediaType === "application/x-ndjson" || /^\s*\{/.test(body.slice(lineEnd, lineEnd + 1000));
}

/** Longer than any event may be: what is longer is not parsed for a guess. */
const longestLook = 2 ** 21;

function* itemsOfLine(text: string, line: number): Generator<Item> {
  const trimmed = text.trim();
  if (trimmed === "") return;
  const column = text.indexOf(trimmed) + 1;
  const pieces = severalValues(trimmed);
  if (pieces === undefined) yield { kind: "text", text: trimmed, start: { line, column } };
  else
    for (const [start, value] of pieces) yield { kind: "text", text: value, start: { line, column: column + start } };
}

/** The values of a line that holds more than one, or a list of them; undefined if it is one value, or damaged. */
function severalValues(line: string): readonly (readonly [start: number, text: string])[] | undefined {
  if (!line.startsWith("[") && !line.includes("}{")) return undefined;
  const values: (readonly [number, string])[] = [];
  for (const piece of splitJson(line)) {
    const text = piece.kind === "value" ? line.slice(piece.start, piece.end) : "";
    if (parseJson(text).kind === "broken") return undefined;
    values.push([piece.start, text]);
  }
  return values;
}
