/**
 * Folds case, so that two texts that differ in case only become equal (Unicode simple case folding, one code point to one).
 *
 * Every code point is folded alone, never by its neighbours: a piece of a folded text is the folded piece. Final sigma
 * is sigma, the Kelvin sign is `k`, the long s is `s`; dotted capital I, dotless i and sharp s are no other letter's case.
 */
export function fold(text: string): string {
  if (!isIrregular(text)) return text.toLowerCase();
  return text
    .replace(irregularEverywhere, (letter) => foldings.get(letter) ?? letter)
    .split(dottedI)
    .map(lower)
    .join(dottedI);
}

const lower = (text: string): string => text.toLowerCase();

/** Lower-casing makes two code points of it. */
const dottedI = "\u0130";

/** The letters that fold to something else than their lower case, and capital sigma, whose lower case depends on its place. */
const foldings = new Map([
  ["\u03a3", "\u03c3"],
  ["\u03c2", "\u03c3"],
  ["\u00b5", "\u03bc"],
  ["\u017f", "s"],
  ["\u0345", "\u03b9"],
  ["\u03d0", "\u03b2"],
  ["\u03d1", "\u03b8"],
  ["\u03d5", "\u03c6"],
  ["\u03d6", "\u03c0"],
  ["\u03f0", "\u03ba"],
  ["\u03f1", "\u03c1"],
  ["\u03f5", "\u03b5"],
  ["\u1c80", "\u0432"],
  ["\u1c81", "\u0434"],
  ["\u1c82", "\u043e"],
  ["\u1c83", "\u0441"],
  ["\u1c84", "\u0442"],
  ["\u1c85", "\u0442"],
  ["\u1c86", "\u044a"],
  ["\u1c87", "\u0463"],
  ["\u1c88", "\ua64b"],
  ["\u1e9b", "\u1e61"],
  ["\u1fbe", "\u03b9"],
  ["\u1fd3", "\u0390"],
  ["\u1fe3", "\u03b0"],
  ["\ufb05", "\ufb06"],
]);

/**
 * V8 keeps nearly all texts as one byte a character. Of these it knows without reading them that a class of letters beyond has none of
 * theirs; one letter within is looked for many times faster than a class.
 */
const isIrregular = (text: string): boolean => irregularBeyond.test(text) || text.includes(irregularWithin);

const irregularWithin = "\u00b5";
const irregular = [...foldings.keys(), dottedI];
const irregularBeyond = new RegExp(`[${irregular.filter((letter) => letter > "\u00ff").join("")}]`);
const irregularEverywhere = new RegExp(`[${irregular.join("")}]`, "g");
