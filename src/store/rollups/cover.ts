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
 * A span as few buckets: whole days, and from the midnight next to each end the longest buckets that come closer to it, forward
 * or back, down to less than half of the shortest, which is counted where it lies. So no end costs more than a few buckets of
 * each length.
 *
 * @param minutes the lengths that there are, the longest first, each a multiple of the next
 */
export function cover(fromMs: number, toMs: number, minutes: readonly BucketMinutes[]): readonly Piece[] {
  const [longest, ...shorter] = minutes;
  const shortest = minutes.at(-1);
  if (longest === undefined || shortest === undefined || toMs - fromMs <= shortest * minuteMs)
    return [{ fromMs, toMs, sign: 1 }];
  const start = approach(fromMs, longest, shorter);
  const end = approach(toMs, longest, shorter);
  const pieces = [
    ...stretch(start.anchorMs, end.anchorMs, { minutes: longest }),
    ...end.pieces,
    ...start.pieces.map((piece) => turned(piece)),
  ];
  return withoutOpposites(pieces);
}

/** The way from the midnight next to an instant to that instant. */
function approach(atMs: number, longest: BucketMinutes, shorter: readonly BucketMinutes[]) {
  const nearest = (length: BucketMinutes) => Math.round(atMs / (length * minuteMs)) * length * minuteMs;
  const anchorMs = nearest(longest);
  const pieces: Piece[] = [];
  let reachedMs = anchorMs;
  for (const length of shorter) {
    pieces.push(...stretch(reachedMs, nearest(length), { minutes: length }));
    reachedMs = nearest(length);
  }
  pieces.push(...stretch(reachedMs, atMs, {}));
  return { anchorMs, pieces };
}

/** From one instant to another, which may lie before it. */
function stretch(oneMs: number, otherMs: number, { minutes }: { readonly minutes?: BucketMinutes }): readonly Piece[] {
  if (oneMs === otherMs) return [];
  const [fromMs, toMs, sign] = oneMs < otherMs ? [oneMs, otherMs, 1 as const] : [otherMs, oneMs, -1 as const];
  return [{ fromMs, toMs, sign, ...(minutes !== undefined && { minutes }) }];
}

const turned = (piece: Piece): Piece => ({ ...piece, sign: piece.sign === 1 ? -1 : 1 });

/** What both ends have in common is not read twice. */
function withoutOpposites(pieces: readonly Piece[]): readonly Piece[] {
  const key = ({ fromMs, toMs, minutes }: Piece) => `${fromMs} ${toMs} ${minutes ?? ""}`;
  const sums = new Map<string, number>();
  for (const piece of pieces) sums.set(key(piece), (sums.get(key(piece)) ?? 0) + piece.sign);
  return pieces.filter((piece) => sums.get(key(piece)) !== 0);
}
