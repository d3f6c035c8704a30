import type { Pattern } from "../../sigma/index.ts";
import { compareDecimals } from "../../std/index.ts";
import { decimalOf } from "./decimal.ts";
import type { ValueMatcher } from "./matcher.ts";

type Comparison = Extract<Pattern, { kind: "comparison" }>;

/** A number, or a text that spells one, on this side of the rule's, exactly. What is no number is on neither side. */
export function matchComparison({ operator, number }: Comparison): ValueMatcher {
  const holds = orders[operator];
  return (value) => {
    const decimal = decimalOf(value);
    return decimal !== undefined && holds(compareDecimals(decimal, number));
  };
}

/** Whether an operator holds of two values, the first of which is less (below 0), equal (0) or more. */
export const orders: Readonly<Record<Comparison["operator"] | "equals", (order: number) => boolean>> = {
  equals: (order) => order === 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
};
