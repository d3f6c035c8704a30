import type { JsonObject } from "../std/index.ts";

/** A dotted path with the ways in which it can lead into a record: `a.b.c` is the key `a.b.c`, `a` and `b.c`, or `a.b` and `c`. */
export interface Path {
  readonly text: string;
  /** Undefined for a path of so many dots that all its ways together would fill the memory. */
  readonly splits: readonly Split[] | undefined;
}

interface Split {
  readonly key: string;
  readonly rest: Path;
}

/** Twice as many as real records have. */
const mostDots = 12;

export function compilePath(text: string): Path {
  const names = text.split(".");
  if (names.length - 1 > mostDots) return { text, splits: undefined };
  const tails: Path[] = [];
  for (let from = names.length - 1; from >= 0; from--) {
    const splits = tails.map((rest, index) => ({ key: names.slice(from, names.length - 1 - index).join("."), rest }));
    tails.push({ text: names.slice(from).join("."), splits: splits.reverse() });
  }
  return tails.at(-1) ?? { text, splits: [] };
}

/** The ways into an object: of a long path, those that the object has. */
export const splitsOf = (path: Path, object: JsonObject): readonly Split[] =>
  path.splits ?? [...longSplits(path.text, object)];

function* longSplits(text: string, object: JsonObject): Generator<Split> {
  for (const key in object) {
    if (text[key.length] === "." && text.startsWith(key)) yield { key, rest: compilePath(text.slice(key.length + 1)) };
  }
}
