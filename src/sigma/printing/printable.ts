import { type Json, isJsonObject } from "../../std/index.ts";
import type { Printable, PrintableScalar } from "../yaml/printYaml.ts";

export const string = (text: string): PrintableScalar => ({ kind: "scalar", type: "string", text });

/** A map of what there is: absent values are left out. */
export function map(entries: Iterable<readonly [string, Printable | undefined]>): Printable {
  const there = Array.from(entries).flatMap(([key, value]) => (value ? { key: string(key), value } : []));
  return { kind: "map", entries: there };
}

export const list = (items: readonly Printable[]): Printable => ({ kind: "sequence", items });

/** A list of strings; absent if there are none. */
export const strings = (texts: readonly string[]): Printable | undefined =>
  texts.length === 0 ? undefined : list(texts.map(string));

/** Plain data as `plainData` gives it. */
export function data(value: Json): Printable {
  if (value === null) return { kind: "scalar", type: "null", text: "null" };
  if (typeof value === "string") return string(value);
  if (typeof value === "number") return { kind: "scalar", type: "number", text: String(value) };
  if (typeof value === "boolean") return { kind: "scalar", type: "boolean", text: String(value) };
  if (!isJsonObject(value)) return list(value.map(data));
  return map(Object.entries(value).map(([key, member]) => [key, data(member)]));
}
