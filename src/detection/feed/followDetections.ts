import { setTimeout as sleep } from "node:timers/promises";
import type { Feed } from "./feed.ts";
import { type FeedRooms, type IngestedPage, type IngestedQuery, listIngested, maxPassed } from "./listIngested.ts";

export interface FollowRooms extends FeedRooms {
  readonly feed: Feed;
}

/** Items of one page: what is in memory for one reader. */
const pageSize = 50;
const retryMs = 1_000;
/** A database that is away for longer ends those who read; they come again with their cursors. */
const maxRetries = 60;

/** Where the ingest order ends now. */
export async function endOfFeed(rooms: FeedRooms, query: IngestedQuery): Promise<bigint> {
  return (await listIngested(rooms, query, { limit: 0, backward: true }))?.end ?? 0n;
}

/**
 * All detections after a sequence, page by page, and then those that come, until the signal.
 *
 * It ends by itself when the place where it stands lies ahead of all detections, as after a backup was restored.
 * Nothing is buffered: the next page is read when it is asked for, by a cursor, so that a slow reader loses nothing and costs
 * no memory. A page without items says how far it came, where the filter has passed over many.
 */
export async function* followDetections(
  rooms: FollowRooms,
  query: IngestedQuery,
  after: bigint,
  signal: AbortSignal,
): AsyncGenerator<IngestedPage, void> {
  let cursor = after;
  let told = after;
  while (!signal.aborted) {
    const page = await readOn(rooms, query, cursor, signal);
    if (page === undefined) return;
    cursor = page.end;
    if (page.items.length > 0 || cursor - told >= BigInt(maxPassed)) {
      told = cursor;
      yield page;
    }
    if (!page.hasNext) await rooms.feed.beyond(query.tenantId, cursor, signal);
  }
}

/** The next page; tries again while the database is away. @returns undefined when the signal came, or the place is no more */
async function readOn(
  rooms: FollowRooms,
  query: IngestedQuery,
  after: bigint,
  signal: AbortSignal,
): Promise<IngestedPage | undefined> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      return await listIngested(rooms, query, { limit: pageSize, backward: false, after });
    } catch (error) {
      if (attempt === maxRetries) throw error;
      rooms.feed.onFailure(error);
      await sleep(retryMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
}
