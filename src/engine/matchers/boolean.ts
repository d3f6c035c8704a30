import type { ValueMatcher } from "./matcher.ts";

/** The boolean itself or its word in any case; `1` and `yes` are no booleans. */
export function matchBoolean({ value: expected }: { readonly value: boolean }): ValueMatcher {
  const word = String(expected);
  return ({ scalar, folded }) => typeof scalar !== "number" && folded === word;
}
