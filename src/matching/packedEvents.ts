import type { Evidence, Match } from "../engine/index.ts";
import { bug } from "../std/index.ts";
import type { MatchedEvent } from "./evaluate.ts";

/**
 * Matched events as they travel back: one list of numbers, which is not copied, and each text once.
 *
 * Evidence shows whole values, and a value can be in the evidence of a thousand rules: a clone of that would have as many copies.
 */
export interface PackedEvents {
  /** Events one after the other; a text is its place in `texts`, or -1 if there is none. */
  readonly numbers: Float64Array<ArrayBuffer>;
  readonly texts: readonly string[];
}

export function packEvents(events: readonly MatchedEvent[]): PackedEvents {
  const writer = new Writer();
  for (const event of events) packEvent(writer, event);
  return { numbers: Float64Array.from(writer.numbers), texts: [...writer.places.keys()] };
}

export function unpackEvents(packed: PackedEvents): readonly MatchedEvent[] {
  const reader = new Reader(packed);
  const events: MatchedEvent[] = [];
  while (reader.hasMore()) events.push(unpackEvent(reader));
  return events;
}

class Writer {
  readonly numbers: number[] = [];
  readonly places = new Map<string, number>();

  number(number: number): void {
    this.numbers.push(number);
  }

  text(text: string | undefined): void {
    this.numbers.push(text === undefined ? -1 : this.#placeOf(text));
  }

  list<T>(list: readonly T[], write: (member: T) => void): void {
    this.numbers.push(list.length);
    for (const member of list) write(member);
  }

  #placeOf(text: string): number {
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(text, place);
    return place;
  }
}

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

  list<T>(read: () => T): readonly T[] {
    const list: T[] = [];
    for (let left = this.number(); left > 0; left--) list.push(read());
    return list;
  }
}

function packEvent(writer: Writer, event: MatchedEvent): void {
  const { product, service, categories } = event.classification;
  writer.text(product);
  writer.text(service);
  writer.list(categories, (category) => writer.text(category));
  writer.number(event.timeMs ?? NaN);
  writer.text(event.host);
  writer.text(event.user);
  writer.text(event.sourceAddress);
  writer.text(event.code);
  writer.list(event.matches, (match) => packMatch(writer, match));
}

function unpackEvent(reader: Reader): MatchedEvent {
  const product = reader.text();
  const service = reader.text();
  const categories = reader.list(() => reader.name());
  const timeMs = reader.number();
  return {
    classification: {
      ...(product !== undefined && { product }),
      categories,
      ...(service !== undefined && { service }),
    },
    timeMs: Number.isNaN(timeMs) ? undefined : timeMs,
    host: reader.text(),
    user: reader.text(),
    sourceAddress: reader.text(),
    code: reader.text(),
    matches: reader.list(() => unpackMatch(reader)),
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
  evidence: reader.list(() => unpackEvidence(reader)),
});

function unpackEvidence(reader: Reader): Evidence {
  const selection = reader.name();
  const field = reader.text();
  const value = reader.text();
  const pattern = reader.name();
  return { selection, ...(field !== undefined && { field }), ...(value !== undefined && { value }), pattern };
}
