import { canonicalNumber } from "../../std/index.ts";
import type { Comparator } from "../pattern.ts";
import { type Applied, made, type Modifier, refused, type Written } from "./modifier.ts";
import { showValue } from "./showValue.ts";

/** The field is a number, and on this side of the value; or, behind a part of a time, that part is. */
export const comparison = (operator: Comparator): Modifier => ({
  name: operator,
  role: "operator",
  needsField: true,
  excludes: ["cased"],
  apply: (pattern, value) =>
    pattern.kind === "timePart" ? made({ ...pattern, operator }) : compareNumber(operator, value),
});

/** A number in quotes is one too. */
function compareNumber(operator: Comparator, value: Written): Applied {
  const number = canonicalNumber(value.text);
  if (number !== undefined) return made({ kind: "comparison", operator, number });
  const message = `\`${operator}\` needs a number: ${showValue(value)} is none`;
  return refused({ code: "invalid-number", message });
}
