import {
  readEvents,
  readLarge,
  readObject,
  readParsed,
  type EventReading,
  type JsonObject,
  type Limits,
  type Place,
} from "../event/index.ts";
import type { DecodedRecord, Rejection } from "./decoded.ts";
import { outlineWrapper, readWrapper, wrappedRecord, wrappedText, type Wrapper } from "./wrapper.ts";

/** A record without its ordinal, or why there is none. */
export type ItemReading =
  | { readonly kind: "record"; readonly decoded: Omit<DecodedRecord, "index"> }
  | ({ readonly kind: "refused" } & Omit<Rejection, "index">);

/** Reads the text of one item: a record, or a record in its wrapper; of one that holds many events, each of them. */
export function readItem(text: string, limits: Limits, start?: Place): Iterable<ItemReading> {
  const outer = readObject(text, limits, start);
  if (outer.kind === "refused")
    return (outer.code === "too-large" ? readLargeItem(text, limits) : undefined) ?? [outer];
  return unwrap(outer.record, (record) =>
    readParsed(record, record === outer.record ? text : wrappedText(text), limits),
  );
}

/** Reads one item that is parsed already. Texts are printed. */
export function readParsedItem(item: JsonObject, limits: Limits): Iterable<ItemReading> {
  return unwrap(item, (record) => readEvents(record, limits));
}

/** An item that is too long to be one event may hold many, in its wrapper or without one. */
function readLargeItem(text: string, limits: Limits): Iterable<ItemReading> | undefined {
  const wrapper = outlineWrapper(text);
  const readings = readLarge(wrapper === undefined ? text : wrappedText(text), limits);
  return readings === undefined ? undefined : withWrapper(wrapper ?? {}, () => readings);
}

function unwrap(item: JsonObject, read: (record: JsonObject) => Iterable<EventReading>): Iterable<ItemReading> {
  const wrapped = wrappedRecord(item);
  return withWrapper(wrapped === undefined ? {} : readWrapper(item), () => read(wrapped ?? item));
}

function* withWrapper(wrapper: Wrapper | string, read: () => Iterable<EventReading>): Generator<ItemReading> {
  if (typeof wrapper === "string") {
    yield { kind: "refused", code: "invalid-wrapper", message: wrapper };
    return;
  }
  for (const reading of read()) {
    if (reading.kind === "refused") yield reading;
    else yield { kind: "record", decoded: { ...withoutKind(reading), ...wrapper } };
  }
}

const withoutKind = ({ text, record, position }: Extract<EventReading, { kind: "record" }>) => ({
  text,
  record,
  ...(position !== undefined && { position }),
});
