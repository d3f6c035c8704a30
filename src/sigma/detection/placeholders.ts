import { bug } from "../../std/index.ts";
import type { StringPart } from "../pattern.ts";
import { joinParts, parseWildcards } from "../wildcards.ts";
import type { ScalarNode } from "../yaml/node.ts";

/** A part of a value under `expand`: text, or the name between two percent signs. */
export type Piece =
  { readonly kind: "text"; readonly text: string } | { readonly kind: "placeholder"; readonly name: string };

/** A value that modifiers can be applied to: as text, and as the pattern of a string. */
export interface Filling extends Pick<ScalarNode, "type" | "text"> {
  readonly parts: readonly StringPart[];
}

/** Named lists of values. A value is a string of Sigma, with wildcards and escapes. */
export type Lists = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a value under `expand`. `\%` is a percent sign, and so is one that belongs to no name; names are letters, digits, `_`,
 * `-` and `.`.
 *
 * @see Sigma 2.1, "Placeholders"
 */
export function readPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = "";
  for (const [found, name] of text.matchAll(/\\[^]|%([\p{L}\p{N}_.-]+)%|[^\\%]+|[^]/gu)) {
    if (name === undefined) plain += found === "\\%" ? "%" : found;
    else {
      pieces.push({ kind: "text", text: plain }, { kind: "placeholder", name });
      plain = "";
    }
  }
  return [...pieces, { kind: "text", text: plain }];
}

/** The names of the lists that a value needs, each once. */
export const namesIn = (pieces: readonly Piece[]): readonly string[] => [
  ...new Set(pieces.flatMap((piece) => (piece.kind === "placeholder" ? piece.name : []))),
];

export const filled = ({ type, text }: Pick<ScalarNode, "type" | "text">): Filling => ({
  type,
  text,
  parts: parseWildcards(text),
});

/** How many fillings a value has, at most: one for each combination of values of its lists. */
export const countFillings = (pieces: readonly Piece[], lists: Lists): number =>
  pieces.reduce((count, piece) => count * (piece.kind === "text" ? 1 : (lists.get(piece.name)?.length ?? 0)), 1);

/** The value with each combination of values in place of its names. A value of a list is read alone: no escape reaches into it. */
export function fillings(pieces: readonly Piece[], lists: Lists): readonly Filling[] {
  let made: readonly Filling[] = [{ type: "string", text: "", parts: [] }];
  for (const piece of pieces) {
    const texts = piece.kind === "text" ? [piece.text] : (lists.get(piece.name) ?? bug(`no list ${piece.name}`));
    const next = texts.map((text) => ({ text, parts: parseWildcards(text) }));
    made = made.flatMap((before) => next.map((behind) => append(before, behind)));
  }
  return made;
}

const append = (before: Filling, { text, parts }: Omit<Filling, "type">): Filling => ({
  type: "string",
  text: before.text + text,
  parts: joinParts([...before.parts, ...parts]),
});
