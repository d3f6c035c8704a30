import { isJsonObject, type Json, type JsonObject } from "../../std/index.ts";
import { isContainer } from "../container.ts";
import type { Pair } from "./auditRecord.ts";

/** A text or a number as text. */
export const scalarText = (value: Json | undefined): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value) : undefined;

/** The objects of a list, or the one object. */
export const objectsIn = (value: Json | undefined): readonly JsonObject[] => membersOf(value).filter(isJsonObject);

export const membersOf = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];

/** The scalars of an object as pairs, those of a list each. */
export function pairsOf(object: JsonObject, decode: (name: string, value: string) => string): Pair[] {
  const pairs: Pair[] = [];
  for (const name in object) {
    for (const each of membersOf(object[name])) {
      if (each !== null && !isContainer(each)) pairs.push([name, decode(name, String(each))]);
    }
  }
  return pairs;
}
