/** Longer words are not compared. */
const maxLength = 64;

/** A word with more mistakes is another word. */
const maxDistance = 3;

/**
 * The candidate that a misspelt word most likely means: the one with the fewest letters inserted, left out, changed, or
 * swapped with their neighbour. Undefined if none is near; letter case does not count.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const sought = word.toLowerCase();
  let limit = Math.min(maxDistance, Math.max(1, Math.floor(sought.length / 3)));
  let best: string | undefined;
  for (const candidate of candidates) {
    const found = distance(sought, candidate.toLowerCase(), limit);
    if (found > limit) continue;
    best = candidate;
    limit = found - 1;
    if (limit < 0) break;
  }
  return best;
}

/** Optimal string alignment distance, row by row; any number above `limit` stands for "more than that". */
function distance(left: string, right: string, limit: number): number {
  const tooFar = limit + 1;
  if (Math.abs(left.length - right.length) > limit || Math.max(left.length, right.length) > maxLength) return tooFar;
  let beforeLast = new Uint8Array(right.length + 2).fill(tooFar);
  let last = beforeLast.map((_, column) => column);
  let current = beforeLast.slice();
  for (let row = 1; row <= left.length; row++) {
    if (fillRow(current, { left, right, row, limit, beforeLast, last }) > limit) return tooFar;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[right.length] ?? tooFar;
}

interface Rows {
  readonly left: string;
  readonly right: string;
  readonly row: number;
  readonly limit: number;
  readonly beforeLast: Uint8Array;
  readonly last: Uint8Array;
}

/** Fills `current` near the diagonal, where distances within the limit are, and returns its least: later rows have no lesser one. */
function fillRow(current: Uint8Array, { left, right, row, limit, beforeLast, last }: Rows): number {
  const tooFar = limit + 1;
  const from = Math.max(1, row - limit);
  const to = Math.min(right.length, row + limit);
  current[from - 1] = from === 1 ? row : tooFar;
  current[to + 1] = tooFar;
  let least = at(current, from - 1);
  for (let column = from; column <= to; column++) {
    const isSame = left[row - 1] === right[column - 1];
    const isSwapped = column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
    let best = Math.min(at(last, column), at(current, column - 1)) + 1;
    best = Math.min(best, at(last, column - 1) + (isSame ? 0 : 1));
    if (isSwapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
    current[column] = best;
    least = Math.min(least, best);
  }
  return least;
}

const at = (distances: Uint8Array, column: number): number => distances[column] ?? 0;
