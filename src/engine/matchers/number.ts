import { canonicalDecimal, fold } from "../../std/index.ts";
import type { ValueMatcher } from "./matcher.ts";

interface SourceNumber {
  /** As the rule has it: `4688`, `0x1F3FFF`, `1.5`. */
  readonly text: string;
}

/**
 * The same number, exactly, however large: as a number, as a plain decimal, as `0x` hexadecimal; or the rule's own text.
 *
 * Texts with exponents, spaces or words such as `inf` are no numbers.
 */
export function matchNumber({ text: source }: SourceNumber): ValueMatcher {
  const written = fold(source);
  const decimal = based.test(source) ? BigInt(source).toString() : canonicalDecimal(source);
  const hex = decimal === undefined || !wholeNumber.test(decimal) ? undefined : BigInt(decimal).toString(16);
  return ({ scalar, text = "", folded = "" }) => {
    if (typeof scalar === "number") return text === decimal;
    if (typeof scalar !== "string") return false;
    if (folded === written) return true;
    return (decimal !== undefined && decimalIn(text) === decimal) || (hex !== undefined && hexIn(folded) === hex);
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

const based = /^0(x[0-9a-f]+|o[0-7]+)$/i;
const wholeNumber = /^\d+$/;
const plainDecimal = /^[+-]?\d+(\.\d+)?$/;
const hexadecimal = /^0x[0-9a-f]+$/;

const decimalIn = (text: string): string | undefined => (plainDecimal.test(text) ? canonicalDecimal(text) : undefined);

const hexIn = (folded: string): string | undefined =>
  hexadecimal.test(folded) ? folded.slice(2).replace(/^0+(?=.)/, "") : undefined;

const isDigit = (character: string | undefined): boolean => character !== undefined && /^\d$/.test(character);
