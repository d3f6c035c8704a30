import type { ItemKey } from "../detection/draftItem.ts";
import { findModifier } from "../modifiers.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** Modifiers are applied from left to right: what opens the ends of a value stands behind what encodes it. @see Sigma 2.1, "Value Modifiers" */
export const rightOrder: Check<ItemKey> = function* ({ modifiers }) {
  for (const [index, { text, span }] of modifiers.entries()) {
    const { precedes } = findModifier(text) ?? {};
    const earlier = modifiers.slice(0, index).find((other) => precedes?.includes(findModifier(other.text)?.name ?? ""));
    if (!earlier) continue;
    const message = `\`${text}\` must stand before \`${earlier.text}\``;
    yield problem("misplaced-modifier", span, message, "modifiers are applied from left to right");
  }
};
