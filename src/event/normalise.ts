import type { JsonObject, Scalar } from "../std/index.ts";
import { CarriedFields } from "./carried.ts";
import { classify, pin } from "./classify.ts";
import type { DerivationTable } from "./derivation.ts";
import { derivationsOf } from "./equivalents.ts";
import type { Classification, Event } from "./event.ts";
import type { Fields } from "./fields.ts";
import { firstAddress, firstName, firstTime } from "./identity.ts";
import type { Origin, Shape } from "./shape.ts";
import { recognise } from "./shapes.ts";

/**
 * Makes an event of a record: recognises its shape, gives its fields the names that Sigma rules use, says what it is, when and
 * where it happened and to whom. Never fails, whatever the record holds; `readRecord` refuses what is over the limits.
 *
 * The event reads the record when it is asked: the record must not change.
 *
 * @param declared what the sender says that the event is: each dimension given here stands in place of the recognised one
 */
export function normalise(record: JsonObject, declared?: Partial<Classification>): Event {
  const { shape, own, origin } = readShape(record);
  const shown = classify(origin);
  const derivations = derivationsOf(shape, shown.service, origin.code);
  return new NormalisedEvent(pin(shown, declared), { own, derivations, shape, origin });
}

function readShape(record: JsonObject): Omit<Reading, "derivations"> {
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
  readonly derivations: DerivationTable;
  readonly shape: Shape;
  readonly origin: Origin;
}

/** A class, because closures made for each event would cost a tenth of parsing it. */
class NormalisedEvent implements Event {
  readonly classification: Classification;
  readonly #reading: Reading;
  #names: readonly string[] | undefined;

  constructor(classification: Classification, reading: Reading) {
    this.classification = classification;
    this.#reading = reading;
  }

  field(name: string): readonly Scalar[] | undefined {
    const { own, derivations } = this.#reading;
    const derive = derivations.byName.get(name);
    return derive === undefined ? own.field(name) : derive(own);
  }

  names(): readonly string[] {
    return (this.#names ??= this.#allNames());
  }

  ownNames(): readonly string[] {
    return this.#reading.own.names();
  }

  eachValue(visit: (value: Scalar) => void): void {
    const { own, derivations } = this.#reading;
    own.eachValue(visit);
    for (const name of derivations.replaced) {
      if (own.field(name) !== undefined) this.field(name)?.forEach(visit);
    }
  }

  #allNames(): readonly string[] {
    const { own, derivations } = this.#reading;
    const derived = [...derivations.byName.keys()].filter((name) => this.field(name) !== undefined);
    return [...new Set([...own.names(), ...derived])];
  }

  isParent(name: string): boolean {
    return this.#reading.own.isParent(name);
  }

  get code(): string | undefined {
    return this.#reading.origin.code;
  }

  get timeMs(): number | undefined {
    return firstTime(this, this.#reading.shape.time);
  }

  get host(): string | undefined {
    return firstName(this, this.#reading.shape.host);
  }

  get user(): string | undefined {
    return this.#reading.shape.user(this, this.#reading.origin);
  }

  get sourceAddress(): string | undefined {
    return firstAddress(this, this.#reading.shape.sourceAddress);
  }
}
