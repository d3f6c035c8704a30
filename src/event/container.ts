import type { Json, JsonObject, Scalar } from "../std/index.ts";

/** A value with parts. */
export type Container = Exclude<Json, Scalar>;

export const isContainer = (value: Json | undefined): value is Container => typeof value === "object" && value !== null;

/** A property of the object's own: what JSON names `toString` is one, what JavaScript names so is not. */
export function own(object: JsonObject, key: string): Json | undefined {
  // Three times as fast as asking `Object.hasOwn` each time. JSON has no functions: one that is found is inherited.
  const value: unknown = object[key];
  if (value === undefined || typeof value === "function") return undefined;
  return key !== "__proto__" || Object.hasOwn(object, key) ? (value as Json) : undefined;
}
