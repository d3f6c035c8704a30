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
  /** The field of a Sigma name, else of a dotted path in the record. */
  readonly field: (name: string) => Field;
  /** Every field that has values, by its name in the event. */
  readonly fields: () => Iterable<readonly [name: string, field: Field]>;
}

export function viewEvent(event: Event): EventView {
  const seen = new Map<string, Field>();
  const field = (name: string): Field => {
    const known = seen.get(name);
    if (known) return known;
    const read = { ...readField(event, name), other: field };
    seen.set(name, read);
    return read;
  };
  let fields: readonly (readonly [string, Field])[] | undefined;
  return { field, fields: () => (fields ??= event.names().map((name) => [name, field(name)])) };
}

function readField(event: Event, name: string): Omit<Field, "other"> {
  return { values: event.field(name)?.map(viewScalar), isParent: () => event.isParent(name) };
}

function viewScalar(scalar: Scalar): FieldValue {
  const text = textOf(scalar);
  let folded: string | undefined;
  return {
    scalar,
    text,
    get folded() {
      return text === undefined ? undefined : (folded ??= fold(text));
    },
  };
}

function textOf(scalar: Scalar): string | undefined {
  if (scalar === null) return undefined;
  return typeof scalar === "number" ? decimalText(scalar) : String(scalar);
}
