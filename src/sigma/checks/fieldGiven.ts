import type { ItemKey } from "../detection/draftItem.ts";
import { findModifier } from "../modifiers.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** What compares a field needs one: keywords are words. @see Sigma 2.1, appendix "Modifiers" */
export const fieldGiven: Check<ItemKey> = function* ({ field, modifiers }) {
  if (field !== undefined) return;
  for (const { text, span } of modifiers) {
    if (findModifier(text)?.needsField) {
      yield problem("needs-field", span, `\`${text}\` needs a field before the \`|\``);
    }
  }
};
