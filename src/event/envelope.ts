import type { JsonObject } from "../std/index.ts";

/**
 * A record that holds a list of records, each an event of its own. A new one is a file in `envelopes/` and its line in
 * `envelopes.ts`.
 */
export interface Envelope {
  readonly name: string;
  /** The keys that lead to the list, one inside the other. */
  readonly list: readonly string[];
  /** Whether a record with such a list is one, by what is around the list, which may have been emptied. */
  readonly fits: (around: JsonObject) => boolean;
  /** The member of an element that has the event as text: if that is a JSON object, it is the event, else the element is. */
  readonly text?: string;
}

/** Recognises a record that has no other keys than these. */
export function hasOnly(...keys: readonly string[]): (around: JsonObject) => boolean {
  const known = new Set(keys);
  return (around) => Object.keys(around).every((key) => known.has(key));
}
