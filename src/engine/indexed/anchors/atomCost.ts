import { isCommon } from "../texts/commonTexts.ts";
import type { Atom } from "./atom.ts";

/** How often an atom is expected to hold: an estimate that decides what is looked up, never what matches. */
export function costOf({ field, kind, text }: Atom): number {
  switch (kind) {
    case "present":
      return 0.6;
    case "equalsNumber":
      return 0.05;
    case "equals":
      return text === "" ? 0.3 : isCommon(kind, text) ? 0.1 : 0.001 + byLength(text.length) / 8;
    case "startswith":
    case "endswith":
      return isCommon(kind, text) ? 0.2 : byLength(text.length) / 2;
    case "contains": {
      // Ends of values are looked up in a few steps; for what they contain all of them is passed over, for short texts in small steps.
      const often = (isCommon(kind, text) ? 0.3 : byLength(text.length)) + 0.003 + (text.length < 6 ? 0.04 : 0);
      // A keyword is looked for in every value of the event.
      return field === undefined ? often * 3 + 0.01 : often;
    }
  }
}

/** A text of one more letter is half as frequent; none is so rare that many of them would cost nothing. */
const byLength = (length: number): number => 0.0005 + 0.6 * 0.55 ** length;
