import type { FieldMatcher } from "./matcher.ts";

/** Absent, null or an empty list; a list with a null in it; never the empty string, never an object. */
export const matchNull: FieldMatcher = ({ values, isParent }) => {
  const isNull = values ? values.length === 0 || values.some(({ scalar }) => scalar === null) : !isParent();
  return isNull ? {} : undefined;
};
