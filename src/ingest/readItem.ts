import {
  readObject,
  readRecord,
  shapeOverLimit,
  type JsonObject,
  type Limits,
  type Place,
  type RecordReading,
} from "../event/index.ts";
import type { DecodedRecord, Rejection } from "./decoded.ts";
import { wrappedRecord, readWrapper, wrappedText, type Wrapper } from "./wrapper.ts";

/** A record without its ordinal, or why there is none. */
export type ItemReading =
  | { readonly kind: "record"; readonly decoded: Omit<DecodedRecord, "index"> }
  | ({ readonly kind: "refused" } & Omit<Rejection, "index">);

/** Reads the text of one event: a record, or a record in its wrapper. The limit of bytes holds for all of the text. */
export function readItem(text: string, limits: Limits, start?: Place): ItemReading {
  const outer = readObject(text, limits, start);
  if (outer.kind === "refused") return outer;
  return unwrap(outer.record, (record) => {
    const problem = shapeOverLimit(record, limits);
    if (problem !== undefined) return { kind: "refused", ...problem };
    return { kind: "record", record, text: record === outer.record ? text : wrappedText(text) };
  });
}

/** Reads one event that is parsed already: a record, or a record in its wrapper. Its text is printed. */
export function readParsedItem(item: JsonObject, limits: Limits): ItemReading {
  return unwrap(item, (record) => readRecord(record, limits));
}

function unwrap(item: JsonObject, read: (record: JsonObject) => RecordReading): ItemReading {
  const wrapped = wrappedRecord(item);
  const wrapper: Wrapper | string = wrapped === undefined ? {} : readWrapper(item);
  if (typeof wrapper === "string") return { kind: "refused", code: "invalid-wrapper", message: wrapper };
  const reading = read(wrapped ?? item);
  if (reading.kind === "refused") return reading;
  return { kind: "record", decoded: { text: reading.text, record: reading.record, ...wrapper } };
}
