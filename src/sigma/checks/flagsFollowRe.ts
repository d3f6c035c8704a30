import type { ItemKey } from "../detection/draftItem.ts";
import { findModifier } from "../modifiers.ts";
import { problem } from "../problem.ts";
import type { Check } from "./check.ts";

/** `i`, `m` and `s` stand directly behind `re` or behind one another. @see Sigma 2.1, appendix "Modifiers": `re` */
export const flagsFollowRe: Check<ItemKey> = function* ({ modifiers }) {
  let inRegex = false;
  for (const { text, span } of modifiers) {
    const isFlag = findModifier(text)?.role === "flag";
    if (isFlag && !inRegex) {
      yield problem("misplaced-flag", span, `\`${text}\` is a flag of \`re\` and stands behind it`);
    }
    inRegex = text === "re" || (isFlag && inRegex);
  }
};
