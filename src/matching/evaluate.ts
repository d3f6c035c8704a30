import type { Match } from "../engine/index.ts";
import { type Classification, type Event, normalise } from "../event/index.ts";
import { bug, isJsonObject, parseJson } from "../std/index.ts";

/** A record that was accepted, on its way to be matched. */
export interface MatchableRecord {
  /** The record as it is kept: what is matched is what is stored. */
  readonly text: string;
  /** The sender's word on what it is. */
  readonly logsource?: Partial<Classification>;
}

/** What is left of an event when it has been matched. */
export interface MatchedEvent extends Pick<
  Event,
  "classification" | "code" | "timeMs" | "host" | "user" | "sourceAddress"
> {
  readonly matches: readonly Match<number>[];
}

/** The way of a record through the engine: parsed, normalised, matched. */
export function evaluate(
  { text, logsource }: MatchableRecord,
  match: (event: Event) => readonly Match<number>[],
): MatchedEvent {
  const parsed = parseJson(text);
  if (parsed.kind === "broken" || !isJsonObject(parsed.value)) return bug("a record that was accepted is no object");
  const event = normalise(parsed.value, logsource, text);
  const { classification, code, timeMs, host, user, sourceAddress } = event;
  return { classification, code, timeMs, host, user, sourceAddress, matches: match(event) };
}
