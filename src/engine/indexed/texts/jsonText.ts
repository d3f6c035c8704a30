import type { Atom } from "../anchors/atom.ts";
import { scanContents } from "./contents.ts";
import { mayHaveEscapes } from "./kernel.ts";

/**
 * Tells whether any of the texts may stand in a value of a record, by its JSON text alone: one pass over it is faster than asking
 * every value, and nearly always says no. Undefined if that cannot be told.
 *
 * Looked for is the longest piece of each text that JSON writes as it is. An encoder may write any letter as `\u`, and `/` as `\/`: of a
 * text that has either nothing is known. Numbers can be written in many ways, so that texts a number could have cannot be looked for.
 */
export function scanJson(atoms: readonly Pick<Atom, "text">[]): ((json: string) => boolean) | undefined {
  const pieces = atoms.map(({ text }) => longestPiece(text));
  if (pieces.some((piece) => piece.length < shortest) || atoms.some(({ text }) => inScalars.test(text)))
    return undefined;
  const scan = scanContents(pieces.map((text, number) => ({ text, number })));
  let isThere = false;
  const found = (): void => {
    isThere = true;
  };
  return (json) => {
    if (mayHaveEscapes(json)) return true;
    isThere = false;
    scan(json, found);
    return isThere;
  };
}

/** Shorter ones stand in too many records. */
const shortest = 4;

const longestPiece = (text: string): string =>
  text.split(escaped).reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");

/** What JSON escapes (RFC 8259, 7). */
const escaped = /["\\\0-\x1f]/;

/** What a number or a boolean can be written with in JSON. */
const inScalars = /^(?:[-+.\de]*|[truefals]*)$/;
