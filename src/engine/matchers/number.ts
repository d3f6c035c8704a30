import { canonicalNumber, fold } from "../../std/index.ts";
import { decimalOf } from "./decimal.ts";
import type { ValueMatcher } from "./matcher.ts";

interface SourceNumber {
  /** As the rule has it: `4688`, `0x1F3FFF`, `1.5`. */
  readonly text: string;
}

/**
 * The same number, exactly, however large: as a number, as a plain decimal, as `0x` hexadecimal; or the rule's own text.
 */
export function matchNumber({ text: source }: SourceNumber): ValueMatcher {
  const written = fold(source);
  const decimal = canonicalNumber(source);
  const hex = decimal === undefined || !wholeNumber.test(decimal) ? undefined : BigInt(decimal).toString(16);
  return (value) => {
    const { scalar, folded = "" } = value;
    if (decimal !== undefined && decimalOf(value) === decimal) return true;
    return typeof scalar === "string" && (folded === written || (hex !== undefined && hexIn(folded) === hex));
  };
}

/** The number's text with no digit beside it. */
export function matchNumberWithin({ text: source }: SourceNumber): ValueMatcher {
  const written = fold(source);
  return ({ folded = "" }) => {
    for (let at = folded.indexOf(written); at >= 0; at = folded.indexOf(written, at + 1)) {
      if (!isDigit(folded[at - 1]) && !isDigit(folded[at + written.length])) return true;
    }
    return false;
  };
}

const wholeNumber = /^\d+$/;
const hexadecimal = /^0x[0-9a-f]+$/;

const hexIn = (folded: string): string | undefined =>
  hexadecimal.test(folded) ? folded.slice(2).replace(/^0+(?=.)/, "") : undefined;

const isDigit = (character: string | undefined): boolean => character !== undefined && /^\d$/.test(character);
