import { type FieldMatcher, withText } from "./matcher.ts";

/** Presence alone counts (Sigma modifiers appendix, "exists"): null, an empty list and an object are there. */
export const matchExists =
  ({ expected }: { readonly expected: boolean }): FieldMatcher =>
  ({ values, isParent }) =>
    (values !== undefined || isParent()) === expected ? withText(values?.[0]) : undefined;
