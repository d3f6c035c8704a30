import type { JsonObject, Scalar } from "../std/index.ts";
import { CarriedFields } from "./carried.ts";
import { classify, pin } from "./classify.ts";
import { readersFor } from "./equivalents.ts";
import type { Replaced } from "./derivation.ts";
import type { Classification, Event } from "./event.ts";
import type { EventReaders } from "./eventReaders.ts";
import type { Fields } from "./fields.ts";
import { firstAddress, firstHost, firstTime } from "./identity.ts";
import type { Origin, Shape } from "./shape.ts";
import { recognise } from "./shapes.ts";

/**
 * Makes an event of a record: recognises its shape, gives its fields the names that Sigma rules use, says what it is, when and
 * where it happened and to whom. Never fails, whatever the record holds; `readRecord` refuses what is over the limits.
 *
 * The event reads the record when it is asked: the record must not change.
 *
 * @param text what the record was parsed from, where that is known: looking through it is faster than through every value
 * @param declared what the sender says that the event is: each dimension given here stands in place of the recognised one
 */
export function normalise(record: JsonObject, declared?: Partial<Classification>, text?: string): Event {
  const { shape, own, origin } = readShape(record);
  const shown = classify(origin);
  const readers = readersFor(shape, shown.service, origin.code)(own);
  return new NormalisedEvent(pin(shown, declared), { own, readers, shape, origin, text });
}

function readShape(record: JsonObject): Omit<Reading, "readers" | "text"> {
  const shape = recognise(record);
  const carried = shape.carries?.(record);
  const inner = carried === undefined ? undefined : recognise(carried);
  if (carried === undefined || inner === undefined || inner.carries !== undefined) {
    const own = shape.read(record);
    return { shape, own, origin: shape.origin(own, record) };
  }
  const ofCarried = inner.read(carried);
  const own = new CarriedFields(ofCarried, shape.read(record));
  return { shape: inner, own, origin: inner.origin(ofCarried, carried) };
}

interface Reading {
  readonly own: Fields;
  readonly readers: EventReaders;
  readonly shape: Shape;
  readonly origin: Origin;
  readonly text: string | undefined;
}

/** A class, because closures made for each event would cost a tenth of parsing it. */
class NormalisedEvent implements Event {
  readonly classification: Classification;
  readonly #own: Fields;
  readonly #readers: EventReaders;
  readonly #shape: Shape;
  readonly #origin: Origin;
  readonly #text: string | undefined;
  #names: readonly string[] | undefined;

  constructor(classification: Classification, { own, readers, shape, origin, text }: Reading) {
    this.classification = classification;
    this.#own = own;
    this.#readers = readers;
    this.#shape = shape;
    this.#origin = origin;
    this.#text = text;
  }

  field(name: string): readonly Scalar[] | undefined {
    return this.#readers.field(name).values(this.#own);
  }

  first(name: string): Scalar | undefined {
    return this.#readers.field(name).first(this.#own);
  }

  names(): readonly string[] {
    return (this.#names ??= this.#allNames());
  }

  ownNames(): readonly string[] {
    return this.#own.names();
  }

  eachValue(visit: (value: Scalar) => void): void {
    this.#own.eachValue(visit);
    this.#eachOf(this.#readers.derivations.replaced, visit);
  }

  eachUnwritten(visit: (value: Scalar) => void): void {
    this.#eachOf(this.#readers.derivations.unwritten, visit);
  }

  #eachOf(replaced: readonly Replaced[], visit: (value: Scalar) => void): void {
    for (const [name, valueOf] of replaced) {
      const values = valueOf(this.#own);
      if (values !== undefined && this.#own.field(name) !== undefined) values.forEach(visit);
    }
  }

  #allNames(): readonly string[] {
    const derived = [...this.#readers.derivations.byName.keys()].filter((name) => this.field(name) !== undefined);
    return [...new Set([...this.#own.names(), ...derived])];
  }

  isParent(name: string): boolean {
    return this.#own.isParent(name);
  }

  get text(): string | undefined {
    return this.#own.isVerbatim === true ? this.#text : undefined;
  }

  get code(): string | undefined {
    return this.#origin.code;
  }

  get timeMs(): number | undefined {
    return firstTime(this.#own, this.#readers.time);
  }

  get host(): string | undefined {
    return firstHost(this.#own, this.#readers.host);
  }

  get user(): string | undefined {
    return this.#shape.user(this, this.#origin);
  }

  get sourceAddress(): string | undefined {
    return firstAddress(this.#own, this.#readers.sourceAddress);
  }
}
