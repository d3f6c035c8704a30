import type { Json } from "../../../std/index.ts";

export const comparisons = ["eq", "ne", "gte", "gt", "lte", "lt"] as const;
export type Comparison = (typeof comparisons)[number];

/** Compares plain values of one type: numbers as numbers, strings letter by letter. Of two types, only `ne` holds. */
export function compare(there: Json, comparison: Comparison, value: Json): boolean {
  if (comparison === "eq") return there === value;
  if (comparison === "ne") return there !== value;
  const order = orderOf(there, value);
  return order !== undefined && compareOrder(order, comparison);
}

/** Below, at or above zero; undefined if the values have no order. */
function orderOf(there: Json, value: Json): number | undefined {
  if (typeof there === "number" && typeof value === "number") return there - value;
  if (typeof there === "string" && typeof value === "string") return there < value ? -1 : there > value ? 1 : 0;
  return undefined;
}

export function compareOrder(order: number, comparison: Comparison): boolean {
  switch (comparison) {
    case "eq":
      return order === 0;
    case "ne":
      return order !== 0;
    case "gte":
      return order >= 0;
    case "gt":
      return order > 0;
    case "lte":
      return order <= 0;
    case "lt":
      return order < 0;
  }
}
