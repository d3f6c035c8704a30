import type { FieldMatcher } from "./matcher.ts";

/** Absent, null or an empty list; a list with a null in it; never the empty string, never an object. */
export const matchNull: FieldMatcher = (field) => {
  const { values } = field;
  const isNull = values ? values.length === 0 || values.some(({ scalar }) => scalar === null) : !field.isParent();
  return isNull ? {} : undefined;
};
