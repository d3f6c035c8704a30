import { canonicalDecimal, decimalText, groupBy, isShortDecimal, type Scalar } from "../../../std/index.ts";
import type { Atom } from "../anchors/atom.ts";
import { scanContents } from "./contents.ts";
import { scanEnds } from "./endsTrie.ts";
import type { OnFound, Scan } from "./scan.ts";

/** Reports which of its atoms hold for a value. */
export type ValueIndex = (value: Scalar, found: OnFound) => void;

/** An atom of one field, or of keywords, with its number. */
export interface NumberedAtom extends Pick<Atom, "kind" | "text"> {
  readonly number: number;
}

/** Looks up all atoms of one field at once. `present` is not looked up here: it needs no value. */
export function indexValues(atoms: readonly NumberedAtom[]): ValueIndex {
  const byKind = groupBy(atoms, ({ kind }) => kind);
  const of = (kind: Atom["kind"]): readonly NumberedAtom[] => byKind.get(kind) ?? [];
  const scans = [
    ...scanOf([...of("endswith").map(partly), ...of("equals").map(wholly)], (ends) => scanEnds("end", ends)),
    ...scanOf(of("startswith").map(partly), (ends) => scanEnds("start", ends)),
    ...scanOf(of("contains"), scanContents),
  ];
  // A text that neither a number nor a boolean can have, shorter than all that is looked for: most values of an event are such.
  const fromScalars = atoms.some(({ text }) => inScalars.test(text));
  const shortest = atoms.reduce((least, { text }) => Math.min(least, text.length), Infinity);
  const numbers = new Map(of("equalsNumber").map(({ text, number }) => [text, number]));
  return (value, found) => {
    if (numbers.size > 0) findNumber(numbers, value, found);
    const text = textOf(value, fromScalars);
    if (text === undefined || text.length < shortest) return;
    for (const scan of scans) scan(text, found);
  };
}

/** What the text of a number or a boolean can hold. */
const inScalars = /^(?:[-\d.]*|[truefals]*)$/;

function textOf(value: Scalar, fromScalars: boolean): string | undefined {
  if (typeof value === "string") return value;
  if (value === null || !fromScalars) return undefined;
  return typeof value === "number" ? decimalText(value) : String(value);
}

const partly = ({ text, number }: NumberedAtom) => ({ text, number, whole: false });
const wholly = ({ text, number }: NumberedAtom) => ({ text, number, whole: true });

const scanOf = <Item>(items: readonly Item[], make: (items: readonly Item[]) => Scan): readonly Scan[] =>
  items.length === 0 ? [] : [make(items)];

function findNumber(numbers: ReadonlyMap<string, number>, value: Scalar, found: OnFound): void {
  const decimal = decimalOf(value);
  const number = decimal === undefined ? undefined : numbers.get(decimal);
  if (number !== undefined) found(number);
}

/** The canonical decimal of a number in any spelling that equals it: see `matchNumber`. */
function decimalOf(value: Scalar): string | undefined {
  if (typeof value === "number") return decimalText(value);
  if (typeof value !== "string") return undefined;
  if (isShortDecimal(value)) return value;
  if (!numeric.test(value)) return undefined;
  return hexadecimal.test(value) ? BigInt(value).toString() : canonicalDecimal(value);
}

const numeric = /^[+-]?\d/;
const hexadecimal = /^0x[\da-f]+$/i;
