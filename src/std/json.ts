import { explainBrokenJson, type JsonProblem } from "./jsonProblem.ts";
import { quoteLargeIntegers } from "./jsonIntegers.ts";

/** A JSON value without parts. Integers beyond 2^53 are kept as their decimal text. */
export type Scalar = string | number | boolean | null;

/** Any JSON value, as `parseJson` gives it. */
export type Json = Scalar | readonly Json[] | JsonObject;

/** A JSON object. Its keys may be named as anything, `__proto__` too: ask with `Object.hasOwn` where a key is not known. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** What a text holds: a value, or the first thing that keeps it from being JSON. */
export type ParsedJson =
  { readonly kind: "json"; readonly value: Json } | { readonly kind: "broken"; readonly problem: JsonProblem };

/**
 * Parses a text as `JSON.parse` does (RFC 8259; of two equal keys the last counts), but that integers that a number cannot hold
 * exactly (beyond 2^53 - 1 either way) come as their decimal text: `18446744073709551615` is `"18446744073709551615"`.
 * Numbers with a fraction or an exponent stay numbers. Never throws; depth costs memory, not stack.
 */
export function parseJson(text: string): ParsedJson {
  try {
    return { kind: "json", value: JSON.parse(quoteLargeIntegers(text)) as Json };
  } catch {
    return { kind: "broken", problem: explainBrokenJson(text) };
  }
}

/** Whether a value is a JSON object: neither a list nor null. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
