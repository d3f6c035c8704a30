import type { Scalar } from "../../std/index.ts";

/** The Security log writes process ids in hexadecimal; an id that is decimal already stays as it is. */
export function toDecimal(value: Scalar | undefined): Scalar | undefined {
  return typeof value === "string" && /^0x[\da-f]{1,8}$/i.test(value) ? Number(value) : value;
}
