import type { Event } from "../event/index.ts";
import { decimalText, fold, type Scalar } from "../std/index.ts";

/** One scalar of an event with the texts that matchers compare. */
export interface FieldValue {
  readonly scalar: Scalar;
  /** Numbers in canonical decimal, booleans as `true` and `false`; null has no text. */
  readonly text: string | undefined;
  /** The text with its case folded. */
  readonly folded: string | undefined;
}

export interface Field {
  /** Undefined if no scalar and no empty list stands under the name. */
  readonly values: readonly FieldValue[] | undefined;
  /** Whether the name is that of an object: fields lie below it. */
  readonly isParent: () => boolean;
  /** Another field of the same event. */
  readonly other: (name: string) => Field;
}

/** An event as matchers read it. Everything is made when first asked for, and once for all rules. */
export interface EventView {
  readonly event: Event;
  /** The field of a Sigma name, else of a dotted path in the record. */
  readonly field: (name: string) => Field;
  /** Every field that the record has, by its name in the event. */
  readonly fields: () => Iterable<readonly [name: string, field: Field]>;
}

export const viewEvent = (event: Event): EventView => new View(event);

// Classes, as these are made by the dozen for every event, and objects with closures and getters of their own cost several times as much.

class View implements EventView {
  readonly event: Event;
  #seen: Map<string, Field> | undefined;
  #fields: readonly (readonly [string, Field])[] | undefined;

  constructor(event: Event) {
    this.event = event;
  }

  field(name: string): Field {
    const seen = (this.#seen ??= new Map<string, Field>());
    const known = seen.get(name);
    if (known) return known;
    const field = viewField(this, name, this.event.field(name));
    seen.set(name, field);
    return field;
  }

  fields(): readonly (readonly [string, Field])[] {
    return (this.#fields ??= this.event.ownNames().map((name) => [name, this.field(name)]));
  }
}

/** The field of a view's event, whose scalars have been read. */
export const viewField = (view: EventView, name: string, scalars: readonly Scalar[] | undefined): Field =>
  new FieldView(view, name, scalars);

class FieldView implements Field {
  readonly #view: EventView;
  readonly #name: string;
  readonly #scalars: readonly Scalar[] | undefined;
  #values: readonly FieldValue[] | undefined;
  #isParent: boolean | undefined;

  constructor(view: EventView, name: string, scalars: readonly Scalar[] | undefined) {
    this.#view = view;
    this.#name = name;
    this.#scalars = scalars;
  }

  get values(): readonly FieldValue[] | undefined {
    return (this.#values ??= this.#scalars && viewScalars(this.#scalars));
  }

  isParent(): boolean {
    return (this.#isParent ??= this.#view.event.isParent(this.#name));
  }

  other(name: string): Field {
    return this.#view.field(name);
  }
}

/** Nearly every field has one value. */
function viewScalars(scalars: readonly Scalar[]): readonly FieldValue[] {
  const [first] = scalars;
  return scalars.length === 1 && first !== undefined
    ? [new ScalarView(first)]
    : scalars.map((scalar) => new ScalarView(scalar));
}

class ScalarView implements FieldValue {
  readonly scalar: Scalar;
  readonly text: string | undefined;
  #folded: string | undefined;

  constructor(scalar: Scalar) {
    this.scalar = scalar;
    this.text = textOf(scalar);
  }

  get folded(): string | undefined {
    return this.text === undefined ? undefined : (this.#folded ??= fold(this.text));
  }
}

function textOf(scalar: Scalar): string | undefined {
  if (typeof scalar === "string") return scalar;
  if (scalar === null) return undefined;
  return typeof scalar === "number" ? decimalText(scalar) : String(scalar);
}
