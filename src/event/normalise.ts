import type { JsonObject } from "../std/index.ts";
import { classify, pin } from "./classify.ts";
import { deriveEquivalent } from "./equivalents.ts";
import type { Classification, Event } from "./event.ts";
import { splitHashes } from "./hashes.ts";
import { firstAddress, firstName, firstTime } from "./identity.ts";
import { recognise } from "./shapes.ts";

/**
 * Makes an event of a record: recognises its shape, gives its fields the names that Sigma rules use, says what it is, when and
 * where it happened and to whom. Never fails, whatever the record holds; `readRecord` refuses what is over the limits.
 *
 * @param declared what the sender says that the event is: each dimension given here stands in place of the recognised one
 */
export function normalise(record: JsonObject, declared?: Partial<Classification>): Event {
  const shape = recognise(record);
  const reading = shape.read(record);
  const { draft, origin } = reading;
  const shown = classify(origin);
  deriveEquivalent(draft, shown.service, origin.code);
  splitHashes(draft);
  // Absent properties are left out one by one: spreading conditions is ten times slower, and this runs for every event.
  const event: Mutable<Event> = { fields: draft.fields, aliases: draft.aliases, classification: pin(shown, declared) };
  const timeMs = firstTime(draft, shape.time);
  if (timeMs !== undefined) event.timeMs = timeMs;
  const host = firstName(draft, shape.host);
  if (host !== undefined) event.host = host;
  const user = shape.user(reading);
  if (user !== undefined) event.user = user;
  const sourceAddress = firstAddress(draft, shape.sourceAddress);
  if (sourceAddress !== undefined) event.sourceAddress = sourceAddress;
  return event;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
