import type { ItemKey } from "../detection/draftItem.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** `exists` asks nothing about the value, so there is nothing that another modifier could change. @see Sigma 2.1, appendix "Modifiers": `exists` */
export const existsAlone: Check<ItemKey> = function* ({ modifiers }) {
  if (modifiers.length < 2) return;
  for (const { text, span } of modifiers) {
    if (text === "exists") yield problem("exists-not-alone", span, "`exists` is the only modifier of its item");
  }
};
