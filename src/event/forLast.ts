import type { JsonObject } from "../std/index.ts";

/** Keeps what a function gave for the record that it was last asked about: one record is asked about many times in a row. */
export function forLast<Value>(make: (record: JsonObject) => Value): (record: JsonObject) => Value {
  let last: { readonly record: JsonObject; readonly value: Value } | undefined;
  return (record) => {
    if (last?.record !== record) last = { record, value: make(record) };
    return last.value;
  };
}
