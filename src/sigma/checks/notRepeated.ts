import type { ItemKey } from "../detection/draftItem.ts";
import { findModifier } from "../modifiers.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** A modifier stands once, by whichever of its names; `base64` may encode what it has encoded. @see Sigma 2.1, appendix "Modifiers" */
export const notRepeated: Check<ItemKey> = function* ({ modifiers }) {
  const counts = new Map<string, number>();
  for (const { text, span } of modifiers) {
    const { name, role, times = 1 } = findModifier(text) ?? {};
    if (name === undefined || role === "operator") continue;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count > times) yield problem("repeated-modifier", span, `\`${text}\` is there already`);
  }
};
