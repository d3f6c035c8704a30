import type { ItemKey } from "../detection/draftItem.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** `exists` asks for a field. @see Sigma 2.1, appendix "Modifiers": `exists` */
export const existsHasField: Check<ItemKey> = function* ({ field, modifiers }) {
  if (field !== undefined) return;
  for (const { text, span } of modifiers) {
    if (text === "exists") yield problem("exists-without-field", span, "`exists` needs a field before the `|`");
  }
};
