import { type FieldMatcher, withText } from "./matcher.ts";

/** Presence alone counts (Sigma modifiers appendix, "exists"): null, an empty list and an object are there. */
export const matchExists =
  ({ expected }: { readonly expected: boolean }): FieldMatcher =>
  (field) =>
    (field.values !== undefined || field.isParent()) === expected ? withText(field.values?.[0]) : undefined;
