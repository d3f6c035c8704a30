import { matchTogether, type Match } from "../engine/index.ts";
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

/** So many at a time: few enough for what was parsed to be in the processor's cache when it is matched, enough to have several of a kind. */
const mostTogether = 64;
/** In UTF-16 units: longer ones are matched at once, so that nobody waits for many of them. */
const mostText = 2 ** 18;

/** The way of records through the engine: parsed, normalised, matched. Each is given when it is asked for, in their order. */
export function* evaluate(
  records: Iterable<MatchableRecord>,
  match: (event: Event) => readonly Match<number>[],
): Generator<MatchedEvent> {
  let some: ReadEvent[] = [];
  let length = 0;
  for (const record of records) {
    some.push(read(record));
    length += record.text.length;
    if (some.length < mostTogether && length < mostText) continue;
    yield* matched(some, match);
    some = [];
    length = 0;
  }
  yield* matched(some, match);
}

interface ReadEvent {
  readonly event: Event;
  readonly about: Omit<MatchedEvent, "matches">;
}

function read({ text, logsource }: MatchableRecord): ReadEvent {
  const parsed = parseJson(text);
  if (parsed.kind === "broken" || !isJsonObject(parsed.value)) return bug("a record that was accepted is no object");
  const event = normalise(parsed.value, logsource);
  const { classification, code, timeMs, host, user, sourceAddress } = event;
  return { event, about: { classification, code, timeMs, host, user, sourceAddress } };
}

function* matched(read: readonly ReadEvent[], match: (event: Event) => readonly Match<number>[]) {
  const events = read.map(({ event }) => event);
  const matches = matchTogether(events, match);
  for (const [at, { about }] of read.entries()) yield { ...about, matches: matches[at] ?? [] };
}
