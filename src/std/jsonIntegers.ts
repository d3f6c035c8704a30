import { stringEnd } from "./jsonString.ts";

/**
 * Puts quotes around the integers of a JSON text that are too large for a number, so that a parser keeps their digits.
 *
 * Valid JSON stays valid and broken JSON broken: a number that stands where a key belongs is left alone. Looks between the strings
 * only, where long runs of characters are rare: most texts come back as they are, for the cost of finding their quotes.
 */
export function quoteLargeIntegers(text: string): string {
  let quoted = "";
  let done = 0;
  for (let from = 0; from < text.length;) {
    const found = text.indexOf('"', from);
    const to = found === -1 ? text.length : found;
    if (to - from >= shortest) {
      const between = text.slice(from, to);
      const replaced = between.replace(largeInteger, quoteIfUnsafe);
      if (replaced !== between) {
        quoted += text.slice(done, from) + replaced;
        done = to;
      }
    }
    from = (found === -1 ? undefined : stringEnd(text, found)) ?? text.length;
  }
  return done === 0 ? text : quoted + text.slice(done);
}

/** 2^53 has 16 digits. */
const shortest = 16;

/** An integer of 16 digits or more that is not part of a longer number and not a key. */
const largeInteger = /(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])(?!\s*:)/g;

const quoteIfUnsafe = (digits: string) => (Number.isSafeInteger(Number(digits)) ? digits : `"${digits}"`);
