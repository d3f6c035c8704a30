import { canonicalNumber } from "../../std/index.ts";
import type { TimePart } from "../pattern.ts";
import { made, type Modifier, refused } from "./modifier.ts";
import { comparators, positions, timeParts } from "./names.ts";
import { showValue } from "./showValue.ts";

/** The field is a time, and this part of it, in UTC, is the value; or compares so, if a comparison follows. */
export const timePart = (part: TimePart, from: number, to: number): Modifier => ({
  name: part,
  role: "transform",
  needsField: true,
  excludes: [...timeParts.filter((other) => other !== part), ...positions, "re", "cidr", "fieldref", "cased"],
  precedes: comparators,
  apply: (_, value) => {
    const number = Number(canonicalNumber(value.text));
    if (Number.isInteger(number) && number >= from && number <= to) {
      return made({ kind: "timePart", part, operator: "equals", number });
    }
    const message = `${showValue(value)} is no ${part}: a whole number from ${from} to ${to}`;
    return refused({ code: "invalid-time-part", message });
  },
});
