import type { Evidence, Match } from "../engine/index.ts";
import type { Classification } from "../event/index.ts";
import { bug } from "../std/index.ts";
import type { MatchedEvent } from "./evaluate.ts";

/**
 * Matched events as they travel back: one list of numbers, which is not copied, and each text and classification once.
 *
 * Evidence shows whole values, and a value can be in the evidence of a thousand rules: a clone of that would have as many copies.
 */
export interface PackedEvents {
  /** Events one after the other; a text is its place in `texts`, or -1 if there is none. */
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly texts: readonly string[];
  /** Most events share one of a few. */
  readonly classifications: readonly Classification[];
}

/** Each event is packed as it comes, and need not be kept. */
export function packEvents(events: Iterable<MatchedEvent>): PackedEvents {
  const writer = new Writer();
  for (const event of events) packEvent(writer, event);
  const { numbers, texts, classifications } = writer;
  return {
    numbers: new Float64Array(numbers),
    texts: [...texts.keys()],
    classifications: [...classifications.keys()],
  };
}

export function unpackEvents(packed: PackedEvents): readonly MatchedEvent[] {
  const reader = new Reader(packed);
  const events: MatchedEvent[] = [];
  while (reader.hasMore()) events.push(unpackEvent(reader));
  return events;
}

class Writer {
  readonly numbers: number[] = [];
  readonly texts = new Map<string, number>();
  readonly classifications = new Map<Classification, number>();

  number(number: number): void {
    this.numbers.push(number);
  }

  text(text: string | undefined): void {
    this.numbers.push(text === undefined ? -1 : placeIn(this.texts, text));
  }

  classification(classification: Classification): void {
    this.numbers.push(placeIn(this.classifications, classification));
  }

  list<T>(list: readonly T[], write: (member: T) => void): void {
    this.numbers.push(list.length);
    for (const member of list) write(member);
  }
}

/** The place of a thing among those that are there; a new one comes last. */
function placeIn<T>(places: Map<T, number>, thing: T): number {
  const known = places.get(thing);
  if (known !== undefined) return known;
  const place = places.size;
  places.set(thing, place);
  return place;
}

/** Few events match: one list for all that do not. */
const nothing: readonly never[] = [];

class Reader {
  readonly #packed: PackedEvents;
  #at = 0;

  constructor(packed: PackedEvents) {
    this.#packed = packed;
  }

  hasMore(): boolean {
    return this.#at < this.#packed.numbers.length;
  }

  number(): number {
    return this.#packed.numbers[this.#at++] ?? bug("packed events end too early");
  }

  text(): string | undefined {
    return this.#packed.texts[this.number()];
  }

  name(): string {
    return this.text() ?? bug("a packed text is missing");
  }

  classification(): Classification {
    return this.#packed.classifications[this.number()] ?? bug("a packed classification is missing");
  }

  list<T>(read: (reader: Reader) => T): readonly T[] {
    let left = this.number();
    if (left === 0) return nothing;
    const list: T[] = [];
    for (; left > 0; left--) list.push(read(this));
    return list;
  }
}

function packEvent(writer: Writer, event: MatchedEvent): void {
  writer.classification(event.classification);
  writer.number(event.timeMs ?? NaN);
  writer.text(event.host);
  writer.text(event.user);
  writer.text(event.sourceAddress);
  writer.text(event.code);
  writer.list(event.matches, (match) => packMatch(writer, match));
}

function unpackEvent(reader: Reader): MatchedEvent {
  const classification = reader.classification();
  const timeMs = reader.number();
  return {
    classification,
    timeMs: Number.isNaN(timeMs) ? undefined : timeMs,
    host: reader.text(),
    user: reader.text(),
    sourceAddress: reader.text(),
    code: reader.text(),
    matches: reader.list(unpackMatch),
  };
}

function packMatch(writer: Writer, { key, condition, evidence }: Match<number>): void {
  writer.number(key);
  writer.number(condition);
  writer.list(evidence, ({ selection, field, value, pattern }) => {
    writer.text(selection);
    writer.text(field);
    writer.text(value);
    writer.text(pattern);
  });
}

const unpackMatch = (reader: Reader): Match<number> => ({
  key: reader.number(),
  condition: reader.number(),
  evidence: reader.list(unpackEvidence),
});

function unpackEvidence(reader: Reader): Evidence {
  const selection = reader.name();
  const field = reader.text();
  const value = reader.text();
  const pattern = reader.name();
  return { selection, ...(field !== undefined && { field }), ...(value !== undefined && { value }), pattern };
}
