import type { ItemKey } from "../detection/draftItem.ts";
import { findModifier, modifierNames } from "../modifiers.ts";
import { problem } from "../problem.ts";
import { quote } from "../quote.ts";
import { suggest } from "../suggest.ts";
import type { Check } from "./check.ts";

/** Every modifier is one of Sigma's. @see Sigma 2.1, appendix "Modifiers" */
export const knownModifiers: Check<ItemKey> = function* ({ modifiers }) {
  for (const { text, span } of modifiers) {
    if (findModifier(text)) continue;
    if (text === "") {
      yield problem("unknown-modifier", span, "a modifier is missing after `|`");
    } else {
      yield problem("unknown-modifier", span, `there is no modifier ${quote(text)}`, suggest(text, modifierNames));
    }
  }
};
