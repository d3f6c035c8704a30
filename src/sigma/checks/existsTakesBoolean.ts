import type { DraftItem } from "../detection/draftItem.ts";
import { problem } from "../problem.ts";
import type { ScalarNode } from "../yaml/node.ts";
import type { Check } from "./check.ts";

/** The value of `exists` is one boolean, with or without quotes. @see Sigma 2.1, appendix "Modifiers": `exists` */
export const existsTakesBoolean: Check<DraftItem> = ({ modifiers, values, valuesSpan }) => {
  if (!modifiers.some(({ text }) => text === "exists")) return [];
  const [value, ...others] = values;
  if (value && others.length === 0 && isBoolean(value)) return [];
  return [problem("invalid-exists", valuesSpan, "`exists` takes one value, true or false")];
};

const isBoolean = ({ text }: ScalarNode): boolean => /^(?:true|false)$/i.test(text);
