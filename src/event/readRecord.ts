import { isJsonObject, parseJson, type JsonObject } from "../std/index.ts";
import { defaultLimits, shapeOverLimit, textOverLimit, type LimitProblem, type Limits } from "./limits.ts";

/** Why a record is refused. `code` is public API: add codes, never rename one. */
export interface RecordProblem {
  readonly code: "invalid-json" | "invalid-text" | "not-an-object" | LimitProblem["code"];
  readonly message: string;
}

/** A record with the text that is kept of it, or why it is refused. */
export type RecordReading =
  | { readonly kind: "record"; readonly text: string; readonly record: JsonObject }
  | ({ readonly kind: "refused" } & RecordProblem);

/** Where a text starts in a longer one, for messages; both from 1, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Makes a record of one event as it was sent: the text of a JSON object, or the object.
 *
 * A text is kept unchanged; of an object the text is made, and integers beyond 2^53 are then those that its parser made of them.
 * Refused: text that is not JSON (`invalid-json`, with line and column) or not Unicode (`invalid-text`: half of a surrogate pair,
 * which also stands for a byte that is not UTF-8), values that are no object (`not-an-object`), and what is over a
 * limit (`too-large`, `too-many-leaves`, `too-deep`, `names-too-long`).
 */
export function readRecord(item: string | JsonObject, limits: Limits = defaultLimits): RecordReading {
  if (typeof item !== "string") return printRecord(item, limits);
  const reading = readObject(item, limits);
  if (reading.kind === "refused") return reading;
  const problem = shapeOverLimit(reading.record, limits);
  return problem === undefined ? reading : { kind: "refused", ...problem };
}

/** The first half of `readRecord`: the object that a text holds, its leaves and depth not yet checked. */
export function readObject(text: string, limits: Limits, start: Place = { line: 1, column: 1 }): RecordReading {
  const problem = textOverLimit(text, limits);
  if (problem !== undefined) return { kind: "refused", ...problem };
  if (!text.isWellFormed()) {
    return {
      kind: "refused",
      code: "invalid-text",
      message: "the event holds bytes or characters that are not Unicode text",
    };
  }
  const parsed = parseJson(text);
  if (parsed.kind === "broken") {
    const { line, column } = placeIn(start, parsed.problem);
    const message = `line ${line}, column ${column}: ${parsed.problem.message}`;
    return { kind: "refused", code: "invalid-json", message };
  }
  if (isJsonObject(parsed.value)) return { kind: "record", text, record: parsed.value };
  return { kind: "refused", code: "not-an-object", message: "an event is a JSON object" };
}

function printRecord(record: JsonObject, limits: Limits): RecordReading {
  // In this order: printing a record that is too deep would run out of stack.
  const shapeProblem = shapeOverLimit(record, limits);
  if (shapeProblem !== undefined) return { kind: "refused", ...shapeProblem };
  const text = JSON.stringify(record);
  const problem = textOverLimit(text, limits);
  return problem === undefined ? { kind: "record", text, record } : { kind: "refused", ...problem };
}

const placeIn = (start: Place, { line, column }: Place): Place =>
  line === 1 ? { line: start.line, column: start.column + column - 1 } : { line: start.line + line - 1, column };
