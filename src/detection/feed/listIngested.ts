import type { RuleBook, RuleRegistry } from "../../rules/index.ts";
import {
  type Database,
  type DetectionPredicate,
  selectDetectionsBySequence,
  selectLastSequence,
  selectWalkEnd,
  type SequenceWalk,
} from "../../store/index.ts";
import { type Detection, readDetection } from "../detection.ts";
import type { DetectionQuery } from "../listDetections.ts";
import { resolveFilter } from "../resolveFilter.ts";

/** What following detections needs of the pipeline. */
export interface FeedRooms {
  readonly database: Database;
  readonly registry: RuleRegistry;
}

/** What is wanted; the rules are read anew, see `readWalk`. */
export type IngestedQuery = Omit<DetectionQuery, "book">;

/** Which part of the ingest order: the first `limit` after `after`, or, backward, the last `limit` before `before`. */
export interface IngestedRequest {
  readonly limit: number;
  readonly backward: boolean;
  /** Sequences that the page lies between; the ends themselves are not in it. */
  readonly after?: bigint;
  readonly before?: bigint;
}

/** A page in ingest order. */
export interface IngestedPage {
  readonly items: readonly Detection[];
  /** What was looked at, `after < sequence <= end`: more than the items, where the filter passed others over. */
  readonly after: bigint;
  readonly end: bigint;
  /** Whether there may be more, known now. */
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** A page ends after so many detections, wanted or not, and says how far it came. */
export const maxPassed = 20_000;

/**
 * A page of detections in the order in which they were committed. That order never changes, and nothing is ever added
 * before what has been read: who goes on from `end` sees every detection once, whoever writes meanwhile.
 *
 * @returns undefined if `after` lies ahead of all detections: it is a place in another database, or in what a restored one has lost
 */
export async function listIngested(
  rooms: FeedRooms,
  query: IngestedQuery,
  { limit, backward, after = 0n, before }: IngestedRequest,
  passed = maxPassed,
): Promise<IngestedPage | undefined> {
  const { tenantId } = query;
  // What is committed later belongs to the next page.
  const last = await selectLastSequence(rooms.database.pool, tenantId);
  if (after > last) return undefined;
  const highest = before === undefined || before > last ? last : before - 1n;
  const walk = { tenantId, lowest: after + 1n, highest, backward, passed };
  const isEmpty = limit === 0 || after >= highest;
  const { items, reached } = isEmpty
    ? { items: [], reached: backward ? highest + 1n : after }
    : await readWalk(rooms, query, walk, limit);
  return backward
    ? {
        items: items.reverse(),
        after: reached - 1n,
        end: highest,
        hasPrevious: reached - 1n > after,
        hasNext: before !== undefined,
      }
    : { items, after, end: reached, hasNext: reached < highest, hasPrevious: after > 0n };
}

/** The first detections of a walk that are wanted, and the last sequence that was looked at for them. */
async function readWalk(
  { database: { pool }, registry }: FeedRooms,
  query: IngestedQuery,
  walk: SequenceWalk,
  limit: number,
): Promise<{ readonly items: Detection[]; readonly reached: bigint }> {
  const { lowest, highest, backward, passed } = walk;
  // Read now: a rule that is new to this process may have fired, and a filter that did not know it would pass that over.
  const book = await registry.refresh(walk.tenantId);
  const rows = await selectDetectionsBySequence(pool, walk, { predicate: predicateOf(query, book), limit: limit + 1 });
  const items = rows.slice(0, limit).map(readDetection);
  const last = items.at(-1);
  if (rows.length > limit && last) return { items, reached: last.sequence };
  const stopped = highest - lowest < BigInt(passed) ? undefined : await selectWalkEnd(pool, walk);
  return { items, reached: stopped ?? (backward ? lowest : highest) };
}

function predicateOf({ filter, includeTests }: IngestedQuery, book: RuleBook): DetectionPredicate {
  const { ruleIds, predicate } = resolveFilter(filter, book, includeTests);
  return { kind: "and", operands: [...(ruleIds ? [{ kind: "rule", ids: ruleIds } as const] : []), predicate] };
}
