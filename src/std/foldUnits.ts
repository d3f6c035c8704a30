import { fold } from "./fold.ts";
import { groupBy } from "./groupBy.ts";

/**
 * What each UTF-16 unit folds to, as `fold` does it: `foldUnits()[text.charCodeAt(at)]`. Folding goes code point by code point and
 * keeps lengths, so this is exact but for letters beyond U+FFFF: halves of surrogate pairs stay as they are.
 */
export function foldUnits(): Uint16Array {
  return (table ??= makeTable());
}

/** The letters that fold to this one, which is folded itself; itself among them. */
export const foldVariants = (letter: string): readonly string[] =>
  (variants ??= makeVariants()).get(letter) ?? [letter];

let variants: ReadonlyMap<string, readonly string[]> | undefined;

function makeVariants(): ReadonlyMap<string, readonly string[]> {
  const changing = Array.from(foldUnits(), (folded, unit) => [folded, unit] as const).filter(
    ([folded, unit]) => folded !== unit,
  );
  const groups = groupBy(changing, ([folded]) => String.fromCharCode(folded));
  return new Map(
    Array.from(groups, ([letter, each]) => [letter, [letter, ...each.map(([, unit]) => String.fromCharCode(unit))]]),
  );
}

let table: Uint16Array | undefined;

function makeTable(): Uint16Array {
  const units = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  return units.map((unit) => (isSurrogate(unit) ? unit : fold(String.fromCharCode(unit)).charCodeAt(0)));
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
