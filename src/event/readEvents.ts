import { isJsonObject, type JsonObject } from "../std/index.ts";
import { defaultLimits, shapeOverLimit, type Limits } from "./limits.ts";
import { readObject, readRecord, type Place, type RecordReading } from "./readRecord.ts";
import { splitRecord, splitText, type Part } from "./splitRecord.ts";

/** A record, or why it is refused. */
export type EventReading = RecordReading & {
  /** Its place in the record that holds it, from 0; undefined if it came alone. */
  readonly position?: number;
};

/**
 * Makes records of what was sent as one: of itself, or of each of those that it holds. The limits hold for each of these, and its
 * text is the part of the sent text that it is, unchanged.
 */
export function readEvents(
  item: string | JsonObject,
  limits: Limits = defaultLimits,
  start?: Place,
): Iterable<EventReading> {
  if (typeof item !== "string") return readParts(splitRecord(item), limits) ?? [readRecord(item, limits)];
  const whole = readObject(item, limits, start);
  if (whole.kind === "record") return readParsed(whole.record, whole.text, limits);
  return (whole.code === "too-large" ? readLarge(item, limits) : undefined) ?? [whole];
}

/** The same of a text that has been parsed. */
export function readParsed(record: JsonObject, text: string, limits: Limits): Iterable<EventReading> {
  return readParts(splitRecord(record, text), limits) ?? [withinLimits(record, text, limits)];
}

/** The same of a text that is too long to be one event; undefined if it does not hold many either. */
export function readLarge(text: string, limits: Limits): Iterable<EventReading> | undefined {
  return readParts(splitText(text), limits);
}

function readParts(parts: Iterable<Part> | undefined, limits: Limits): Iterable<EventReading> | undefined {
  return parts === undefined ? undefined : inTheirPlaces(parts, limits);
}

function* inTheirPlaces(parts: Iterable<Part>, limits: Limits): Generator<EventReading> {
  let position = 0;
  for (const part of parts) {
    const reading = readPart(part, limits);
    const message =
      reading.kind === "refused" ? { message: `event ${position} of the record: ${reading.message}` } : {};
    yield { ...reading, ...message, position };
    position++;
  }
}

/** An element of a list; the event that it has as text, if that is one. */
function readPart({ text, value, textKey }: Part, limits: Limits): RecordReading {
  const reading = readElement(text, value, limits);
  const inner = reading.kind === "record" && textKey !== undefined ? reading.record[textKey] : undefined;
  if (typeof inner !== "string" || !inner.startsWith("{")) return reading;
  const ofText = readRecord(inner, limits);
  return ofText.kind === "record" ? ofText : reading;
}

function readElement(text: string | undefined, value: Part["value"], limits: Limits): RecordReading {
  if (value === undefined) return readRecord(text ?? "", limits);
  if (!isJsonObject(value)) return { kind: "refused", code: "not-an-object", message: "an event is a JSON object" };
  return text === undefined ? readRecord(value, limits) : withinLimits(value, text, limits);
}

function withinLimits(record: JsonObject, text: string, limits: Limits): RecordReading {
  const problem = shapeOverLimit(record, limits);
  return problem === undefined ? { kind: "record", text, record } : { kind: "refused", ...problem };
}
