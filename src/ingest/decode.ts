import { setImmediate } from "node:timers/promises";
import type { JsonObject } from "../event/index.ts";
import { decodeText } from "./decodeText.ts";
import { emptyRequest, type Decoded, type DecodedRecord, type Refusal, type Rejection } from "./decoded.ts";
import type { Item } from "./format.ts";
import { chooseFormat } from "./formats.ts";
import { textLines } from "./formats/textLines.ts";
import { itemsInPieces } from "./itemsInPieces.ts";
import { joinRecords } from "./joinRecords.ts";
import { lineSource } from "./lineSources.ts";
import { readItem, readParsedItem, type ItemReading } from "./readItem.ts";
import { defaultRequestLimits, type RequestLimits } from "./requestLimits.ts";
import { unpack } from "./unpack.ts";

/** What is known of a body before it is read: what the headers of its request say. */
export interface BodyHeaders {
  readonly contentType?: string | undefined;
  readonly contentEncoding?: string | undefined;
  /** The query parameter `source`: the body is raw lines of such a log. */
  readonly source?: string | undefined;
  /** Told how many bytes it has when it is unpacked. It may throw, to go no further. */
  readonly onUnpacked?: (bytes: number) => void;
}

/**
 * Reads the body of a request: gzip or plain; one JSON object, an array, lines, or objects in a row, told apart by the content.
 *
 * With a `source` the body is raw lines. A record that cannot be taken is rejected by its index and the others are kept. Never throws over what the body holds.
 */
export async function decodeBody(
  body: Buffer,
  { contentType = "", contentEncoding = "", source, onUnpacked }: BodyHeaders = {},
  limits: RequestLimits = defaultRequestLimits,
): Promise<Decoded> {
  const unpacked = await unpack(body, contentEncoding, limits.unpackedBytes);
  if (!Buffer.isBuffer(unpacked)) return unpacked;
  onUnpacked?.(unpacked.length);
  const lines = source === undefined ? itemsInPieces(unpacked) : undefined;
  if (lines !== undefined) return joined(await decodeItems(lines, (item) => readWritten(item, limits), limits), limits);
  const text = decodeText(unpacked);
  if (text.trim() === "") return emptyRequest;
  if (source !== undefined) return decodeLines(text, source, limits);
  const mediaType = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const items = chooseFormat(text, mediaType).items(text);
  return joined(await decodeItems(items, (item) => readWritten(item, limits), limits), limits);
}

async function decodeLines(text: string, source: string, limits: RequestLimits): Promise<Decoded> {
  const read = lineReader(source, limits);
  if (typeof read === "string") return { kind: "refused", code: "unknown-source", message: read };
  return joined(await decodeItems(textLines.items(text), read, limits), limits);
}

/** Reads raw lines of a source, or says why it cannot. */
export function lineReader(source: string, limits: RequestLimits): ((item: Item) => Iterable<ItemReading>) | string {
  const said = lineSource(source);
  if (typeof said === "string") return said;
  return function* (item) {
    for (const reading of readWritten(item, limits)) {
      yield reading.kind === "record" ? { kind: "record", decoded: { ...reading.decoded, ...said } } : reading;
    }
  };
}

/** Puts parts of one event together, when all records of a request are there. */
const joined = (decoded: Decoded, { record }: RequestLimits): Decoded =>
  decoded.kind === "refused" ? decoded : { ...decoded, records: joinRecords(decoded.records, record) };

/** Reads events that have been taken out of a request already: each a JSON object or the text of one, wrapped or not. */
export async function decodeRecords(
  items: Iterable<string | JsonObject>,
  limits: RequestLimits = defaultRequestLimits,
): Promise<Decoded> {
  const read = (item: string | JsonObject) =>
    typeof item === "string" ? readItem(item, limits.record) : readParsedItem(item, limits.record);
  return joined(await decodeItems(items, read, limits), limits);
}

/** So many events are read in about 5 ms; then the process may answer others. */
const breath = 256;

/** Numbers the records and parts what can be taken from what cannot. Stops at the limit of events, so that no more is read. */
export async function decodeItems<T>(
  items: Iterable<T>,
  readings: (item: T) => Iterable<ItemReading>,
  { events }: RequestLimits,
  first = 0,
): Promise<Decoded> {
  const records: DecodedRecord[] = [];
  const rejections: Rejection[] = [];
  let index = first;
  let taken = 0;
  let steps = 0;
  for (const item of items) {
    if (index === events) return tooMany(events);
    for (const reading of readings(item)) {
      if (taken === events) return tooMany(events);
      if (reading.kind === "record") records.push({ index, ...reading.decoded });
      else rejections.push({ index, code: reading.code, message: reading.message });
      taken++;
      if (++steps % breath === 0) await setImmediate();
    }
    index++;
    if (++steps % breath === 0) await setImmediate();
  }
  return { kind: "decoded", items: index - first, records, rejections };
}

const tooMany = (events: number): Refusal => ({
  kind: "refused",
  code: "too-many-events",
  message: `the request holds more than ${events} events`,
});

/** Reads one item of a body. */
export function readWritten(item: Item, limits: RequestLimits): Iterable<ItemReading> {
  if (item.kind === "text") return readItem(item.text, limits.record, item.start);
  const { line, column } = item.start;
  return [{ kind: "refused", code: "invalid-json", message: `line ${line}, column ${column}: ${item.message}` }];
}
