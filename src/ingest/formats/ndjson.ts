import type { Place } from "../../event/index.ts";
import { endOfJson, parseJson, splitJson } from "../../std/index.ts";
import type { WireFormat } from "../format.ts";
import { endOfLine, linesOf } from "../lines.ts";

/**
 * One event per line. A line that is broken costs nothing but itself. Blank lines do not count; a line may also hold several
 * events, as when two writers share a file.
 */
export const ndjson: WireFormat = {
  name: "ndjson",
  fits,
  *items(body, firstLine = 1) {
    for (const { text, start } of linesOf(body, firstLine)) {
      const values = severalValues(text);
      if (values === undefined) yield { kind: "text", text, start };
      else for (const [at, value] of values) yield { kind: "text", text: value, start: inLine(start, at) };
    }
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
  if (end !== undefined && end <= lineEnd) return isBlank(body.slice(end, lineEnd));
  if (end !== undefined && end - start < longestLook && parseJson(body.slice(start, end)).kind === "json") return false;
  return mediaType === "application/x-ndjson" || /^\s*\{/.test(body.slice(lineEnd, lineEnd + 1000));
}

/** Whether the first lines of a body show that it is written so, whatever follows them. */
export function surelyFits(firstLines: string): boolean {
  const start = firstLines.search(/\S/);
  const end = firstLines[start] === "{" ? endOfJson(firstLines, start) : undefined;
  const lineEnd = endOfLine(firstLines, start);
  return end !== undefined && end <= lineEnd && isBlank(firstLines.slice(end, lineEnd));
}

const isBlank = (text: string): boolean => text.trim() === "";

/** Longer than any event may be: what is longer is neither parsed for a guess nor taken apart. */
const longestLook = 2 ** 21;

/** The values of a line that holds more than one, or a list of them; undefined if it is one value, or damaged. */
function severalValues(line: string): readonly (readonly [start: number, text: string])[] | undefined {
  if (line.length > longestLook || (!line.startsWith("[") && !line.includes("}{"))) return undefined;
  const values: (readonly [number, string])[] = [];
  for (const piece of splitJson(line)) {
    const text = piece.kind === "value" ? line.slice(piece.start, piece.end) : "";
    if (parseJson(text).kind === "broken") return undefined;
    values.push([piece.start, text]);
  }
  return values;
}

const inLine = ({ line, column }: Place, at: number): Place => ({ line, column: column + at });
