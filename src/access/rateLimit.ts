import type { Clock } from "../std/index.ts";

/** How much one key may ask for. */
export interface RateLimitOptions {
  /** Points that a key has when it has asked for nothing. */
  readonly capacity: number;
  /** Points that come back each second. */
  readonly perSecond: number;
}

/** What became of a request. */
export interface Taken {
  readonly isAllowed: boolean;
  /** Points left. */
  readonly available: number;
  /** Whole seconds until the request would be allowed; 0 if it is. */
  readonly retryAfterSeconds: number;
}

/** Counts what keys ask for, each key by itself. */
export interface RateLimit extends RateLimitOptions {
  /** Takes `points` of a key, or says when to come again. */
  readonly take: (key: string, points: number) => Taken;
}

interface Bucket {
  points: number;
  atMs: number;
}

/** So many keys are told apart before those that are full again are forgotten. */
const maxBuckets = 10_000;

/**
 * A bucket of points for each key, which fills steadily. In the memory of this process: several processes allow several
 * times as much.
 */
export function createRateLimit({ capacity, perSecond }: RateLimitOptions, clock: Clock): RateLimit {
  const buckets = new Map<string, Bucket>();
  const filled = ({ points, atMs }: Bucket, nowMs: number): number =>
    // A clock that was set back fills nothing.
    Math.min(capacity, points + (Math.max(0, nowMs - atMs) / 1_000) * perSecond);
  const forgetFull = (nowMs: number) => {
    for (const [key, bucket] of buckets) if (filled(bucket, nowMs) >= capacity) buckets.delete(key);
  };
  return {
    capacity,
    perSecond,
    take: (key, points) => {
      const nowMs = clock().getTime();
      const bucket = buckets.get(key);
      const available = bucket ? filled(bucket, nowMs) : capacity;
      // What is dearer than a full bucket is allowed when the bucket is full: the limits of one query bound it.
      const needed = Math.min(points, capacity);
      const isAllowed = available >= needed;
      const left = isAllowed ? available - needed : available;
      if (!bucket && buckets.size >= maxBuckets) forgetFull(nowMs);
      buckets.set(key, { points: left, atMs: nowMs });
      return {
        isAllowed,
        available: Math.floor(left),
        retryAfterSeconds: isAllowed ? 0 : Math.ceil((needed - available) / perSecond),
      };
    },
  };
}
