import { canonicalDecimal } from "../../std/index.ts";
import type { FieldValue } from "../eventView.ts";

/** The number that a value is, or that its text spells in plain digits: no exponents, spaces or words such as `inf`. */
export function decimalOf({ scalar, text = "" }: FieldValue): string | undefined {
  if (typeof scalar === "number") return text;
  return typeof scalar === "string" && plainDecimal.test(text) ? canonicalDecimal(text) : undefined;
}

const plainDecimal = /^[+-]?\d+(\.\d+)?$/;
