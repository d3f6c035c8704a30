import type { DraftItem } from "../detection/draftItem.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** A list of values has a value: peers disagree whether an empty one is a test for null or never true. @see Sigma 2.1, "Lists" */
export const valuesGiven: Check<DraftItem> = ({ modifiers, values, valuesSpan }) => {
  if (values.length > 0 || modifiers.some(({ text }) => text === "exists")) return [];
  const hint = "write `null` to ask for a field without a value";
  return [problem("empty-values", valuesSpan, "the list of values is empty", hint)];
};
