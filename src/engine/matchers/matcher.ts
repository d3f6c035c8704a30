import type { Field, FieldValue } from "../eventView.ts";
import type { Evidence } from "../match.ts";

/** What a field has that a pattern asks for: the value as text, unless it has none. Undefined: it does not match. */
export type FieldMatcher = (field: Field) => Pick<Evidence, "value"> | undefined;

export type ValueMatcher = (value: FieldValue) => boolean;

/** A list matches if any member does (Sigma leaves lists to the tool); an absent field never does. */
export const anyMember =
  (matches: ValueMatcher): FieldMatcher =>
  ({ values }) => {
    if (values === undefined) return undefined;
    for (const value of values) if (matches(value)) return withText(value);
    return undefined;
  };

export const withText = (value: FieldValue | undefined): Pick<Evidence, "value"> =>
  value?.text === undefined ? {} : { value: value.text };
