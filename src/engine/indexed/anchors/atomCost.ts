import { countCommon, isCommon } from "../texts/commonTexts.ts";
import type { Atom } from "./atom.ts";

/** How often an atom is expected to hold: an estimate that decides what is looked up, never what matches. */
export function costOf({ field, kind, text }: Atom): number {
  switch (kind) {
    case "present":
      return 0.6;
    case "equalsNumber":
      return isCommon("equals", text) ? 0.1 : 0.002;
    case "equals":
      if (text === "") return 0.3;
      if (isCommon(kind, text)) return isSpecific(text) || digits.test(text) ? 0.1 : 0.5;
      return 0.001 + (digits.test(text) ? 0 : byLength(text.length) / 8);
    case "startswith":
    case "endswith": {
      const times = countCommon(kind, text);
      if (times > 0) return isSpecific(text) ? Math.min(0.4, 0.06 + 0.06 * times) : 0.4;
      return byLength(text.length) / 2;
    }
    case "contains": {
      // Ends of values are looked up in a few steps; for what they contain all of them is passed over, for short texts in small steps.
      const search = text.length < 6 ? 0.01 : 0.003;
      const times = countCommon(kind, text);
      const often =
        search + (times > 0 ? (isSpecific(text) ? Math.min(0.3, 0.05 + 0.05 * times) : 0.3) : byLength(text.length));
      // A keyword is looked for in every value of the event.
      return field === undefined ? often * 3 + 0.01 : often;
    }
  }
}

/** A text of so many letters names one thing, though a common one: a program, a user. */
const isSpecific = (text: string): boolean => text.length >= 8;

/** Codes and ports. Rules that ask for them list them by the dozen. */
const digits = /^\d+$/;

/**
 * A text of one more letter is a quarter as frequent; none is so rare that many of them would cost nothing. Of texts that rules ask of
 * command lines and that are not common, those of two letters stand in 0.03 of events, of four in 0.002, of eight and more in 0.0005.
 */
const byLength = (length: number): number => 0.0005 + 0.5 * 0.25 ** length;
