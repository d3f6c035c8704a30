import { cover, type Piece } from "./cover.ts";
import type { BucketMinutes } from "./rollupTables.ts";

/** A piece of a histogram. */
export interface SlottedPiece extends Piece {
  /** All of it belongs to this slot, counted from 1; undefined: to the slot that the instant lies in. */
  readonly slot?: number;
}

const minuteMs = 60_000;

/**
 * The slots between `boundsMs` as pieces: those in the middle in the longest buckets that no bound cuts, the first and the last, which
 * begin and end anywhere, as `cover` has it.
 *
 * @param boundsMs rising, at least two
 */
export function coverSlots(boundsMs: readonly number[], minutes: readonly BucketMinutes[]): readonly SlottedPiece[] {
  const inner = boundsMs.slice(1, -1);
  const isWhole = (length: BucketMinutes) => inner.every((ms) => ms % (length * minuteMs) === 0);
  const grain = minutes.find(isWhole);
  const [first = 0, second = 0] = boundsMs;
  const [last = 0, beforeLast = 0] = boundsMs.toReversed();
  if (boundsMs.length === 2) return cover(first, last, minutes).map((piece) => ({ ...piece, slot: 1 }));
  if (grain === undefined) return [{ fromMs: first, toMs: last, sign: 1 }];
  return [
    ...cover(first, second, minutes).map((piece) => ({ ...piece, slot: 1 })),
    ...(second < beforeLast ? [{ fromMs: second, toMs: beforeLast, sign: 1 as const, minutes: grain }] : []),
    ...cover(beforeLast, last, minutes).map((piece) => ({ ...piece, slot: boundsMs.length - 1 })),
  ];
}
