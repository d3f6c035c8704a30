import { setImmediate } from "node:timers/promises";
import type { JsonObject } from "../event/index.ts";
import { decodeText } from "./decodeText.ts";
import { emptyRequest, type Decoded, type DecodedRecord, type Refusal, type Rejection } from "./decoded.ts";
import type { Item } from "./format.ts";
import { chooseFormat } from "./formats.ts";
import { readItem, readParsedItem, type ItemReading } from "./readItem.ts";
import { defaultRequestLimits, type RequestLimits } from "./requestLimits.ts";
import { unpack } from "./unpack.ts";

/** What the headers of a request say about its body. */
export interface BodyHeaders {
  readonly contentType?: string | undefined;
  readonly contentEncoding?: string | undefined;
}

/**
 * Reads the body of a request: gzip or plain; one JSON object, an array, lines, or objects in a row, told apart by the content.
 *
 * A record that cannot be taken is rejected by its index and the others are kept. Never throws over what the body holds.
 */
export async function decodeBody(
  body: Buffer,
  { contentType = "", contentEncoding = "" }: BodyHeaders = {},
  limits: RequestLimits = defaultRequestLimits,
): Promise<Decoded> {
  const unpacked = await unpack(body, contentEncoding, limits.unpackedBytes);
  if (!Buffer.isBuffer(unpacked)) return unpacked;
  const text = decodeText(unpacked);
  if (text.trim() === "") return emptyRequest;
  const mediaType = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  return decodeItems(chooseFormat(text, mediaType).items(text), (item) => readWritten(item, limits), limits);
}

/** Reads events that have been taken out of a request already: each a JSON object or the text of one, wrapped or not. */
export async function decodeRecords(
  items: Iterable<string | JsonObject>,
  limits: RequestLimits = defaultRequestLimits,
): Promise<Decoded> {
  const read = (item: string | JsonObject) =>
    typeof item === "string" ? readItem(item, limits.record) : readParsedItem(item, limits.record);
  return decodeItems(items, read, limits);
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
