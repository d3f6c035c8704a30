import type { BucketMinutes } from "./rollupTables.ts";

/** A stretch of time whose detections are added to a figure, or taken from it. */
export interface Piece {
  /** Half open, in ms since 1970. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly sign: 1 | -1;
  /** In whole buckets of this length; undefined: counted where they lie. */
  readonly minutes?: BucketMinutes;
}

const minuteMs = 60_000;

/**
 * A span as few buckets: the longest, and at each end shorter ones, forward or back from where those end, down to less than the shortest, which is
 * counted where it lies. Of all ways to go the one with the fewest buckets: whatever its length, a bucket has about as many rows.
 *
 * @param minutes the lengths that there are, the longest first, each a multiple of the next
 */
export function cover(fromMs: number, toMs: number, minutes: readonly BucketMinutes[]): readonly Piece[] {
  const [longest, ...shorter] = minutes;
  const shortest = minutes.at(-1);
  if (longest === undefined || shortest === undefined || toMs - fromMs <= shortest * minuteMs)
    return [{ fromMs, toMs, sign: 1 }];
  const ends = boundsOf(toMs, longest).map((anchorMs) => ({ anchorMs, way: shortestWay(anchorMs, toMs, shorter) }));
  const ways = boundsOf(fromMs, longest).flatMap((anchorMs) => {
    const start = shortestWay(anchorMs, fromMs, shorter);
    return ends.map((end) => join(join(turned(start), stretch(anchorMs, end.anchorMs, longest)), end.way));
  });
  return withoutOpposites(ways.reduce(shorterOf).pieces);
}

/** How to get from one instant to another, and what it costs: so many buckets. */
interface Way {
  readonly pieces: readonly Piece[];
  readonly cost: number;
}

/** To an instant by buckets of these lengths, the longest first. */
function shortestWay(startMs: number, atMs: number, minutes: readonly BucketMinutes[]): Way {
  const [length, ...shorter] = minutes;
  if (length === undefined) return stretch(startMs, atMs);
  return boundsOf(atMs, length)
    .map((boundMs) => join(stretch(startMs, boundMs, length), shortestWay(boundMs, atMs, shorter)))
    .reduce(shorterOf);
}

/** Where buckets of a length end before and after an instant. */
function boundsOf(atMs: number, length: BucketMinutes): readonly number[] {
  const before = Math.floor(atMs / (length * minuteMs)) * length * minuteMs;
  return before === atMs ? [atMs] : [before, before + length * minuteMs];
}

const join = (one: Way, other: Way): Way => ({
  pieces: [...one.pieces, ...other.pieces],
  cost: one.cost + other.cost,
});

const shorterOf = (one: Way, other: Way): Way => (other.cost < one.cost ? other : one);

/** The detections of so many minutes, read one by one, cost about as much as a bucket of any length. */
const liveMinutes = 30;

/** From one instant to another, which may lie before it. */
function stretch(oneMs: number, otherMs: number, minutes?: BucketMinutes): Way {
  if (oneMs === otherMs) return { pieces: [], cost: 0 };
  const [fromMs, toMs, sign] = oneMs < otherMs ? [oneMs, otherMs, 1 as const] : [otherMs, oneMs, -1 as const];
  const piece: Piece = { fromMs, toMs, sign, ...(minutes !== undefined && { minutes }) };
  return { pieces: [piece], cost: (toMs - fromMs) / minuteMs / (minutes ?? liveMinutes) };
}

const turned = ({ pieces, cost }: Way): Way => ({
  pieces: pieces.map((piece) => ({ ...piece, sign: piece.sign === 1 ? -1 : 1 })),
  cost,
});

/** What both ends have in common is not read twice. */
function withoutOpposites(pieces: readonly Piece[]): readonly Piece[] {
  const key = ({ fromMs, toMs, minutes }: Piece) => `${fromMs} ${toMs} ${minutes ?? ""}`;
  const sums = new Map<string, number>();
  for (const piece of pieces) sums.set(key(piece), (sums.get(key(piece)) ?? 0) + piece.sign);
  return pieces.filter((piece) => sums.get(key(piece)) !== 0);
}
