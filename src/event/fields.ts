import type { Scalar } from "../std/index.ts";

/** The fields of a record, read when they are asked for: most rules ask for few. */
export interface Fields {
  /**
   * Every scalar of a field by its Sigma name, else by its dotted path in the record: array indices are dropped, an empty array or
   * object gives an empty list, null gives `[null]`, an absent field gives undefined.
   */
  readonly field: (name: string) => readonly Scalar[] | undefined;
  /** The first of a field's scalars, where it can be had at less cost than the list. */
  readonly first?: (name: string) => Scalar | undefined;
  /** Every field that is there, each once by its Sigma name, else its dotted path. Costs a walk over the whole record. */
  readonly names: () => readonly string[];
  /** Every scalar that the record holds, and every one that stands in place of it, in no order. What else is derived is not held. */
  readonly eachValue: (visit: (value: Scalar) => void) => void;
  /** Whether all values of `eachValue` are taken from the record as they are, so that they stand in its JSON text. */
  readonly isVerbatim?: boolean;
  /** Whether fields lie below this name: it is that of an object. */
  readonly isParent: (name: string) => boolean;
}

/** The first value of a field as text; undefined if there is none, or nothing but null, `""` or the `-` that Windows writes for it. */
export function textOf(fields: Fields, name: string): string | undefined {
  const value = fields.first === undefined ? fields.field(name)?.[0] : fields.first(name);
  return textOfValue(value);
}

export const textOfValue = (value: Scalar | undefined): string | undefined =>
  value === undefined || value === null || value === "" || value === "-" ? undefined : String(value);
