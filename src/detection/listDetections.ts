import type { RuleBook } from "../rules/index.ts";
import {
  countDetections as countRows,
  type Database,
  type DetectionRow,
  oldestDetection,
  selectDetections,
  selectDetectionsById,
  selectDetectionsOfEvents,
} from "../store/index.ts";
import { type Detection, readDetection } from "./detection.ts";
import type { DetectionFilter } from "./filter.ts";
import type { Page, PageRequest } from "./page.ts";
import { type ResolvedFilter, resolveFilter } from "./resolveFilter.ts";
import { windows } from "./windows.ts";

/** Detections wanted by one tenant, with the rules that its filter speaks of. */
export interface DetectionQuery {
  readonly tenantId: number;
  readonly book: RuleBook;
  readonly filter: DetectionFilter;
  readonly includeTests: boolean;
}

/**
 * A page of detections, newest first: by the arrival of their events.
 *
 * Walks windows of one day, four, sixteen ... from the end where the page begins, until the page is full: so a query
 * touches the partitions that it needs, and a filter that finds nothing costs a handful of small queries.
 */
export async function listDetections(
  { pool }: Database,
  query: DetectionQuery,
  page: PageRequest,
  now: Date,
): Promise<Page<Detection>> {
  const resolved = resolveFilter(query.filter, query.book, query.includeTests);
  const newestFirst = !page.backward;
  const wanted = page.limit + 1;
  const rows: DetectionRow[] = [];
  if (resolved.ruleIds?.length !== 0) {
    for (const window of windows(page, { now, oldest: await oldestDetection(pool) })) {
      const limit = wanted - rows.length;
      rows.push(...(await selectDetections(pool, { ...windowOf(query, resolved), ...window, newestFirst, limit })));
      if (rows.length >= wanted) break;
    }
  }
  const items = rows.slice(0, page.limit).map(readDetection);
  const more = rows.length > page.limit;
  return page.backward
    ? { items: items.reverse(), hasPrevious: more, hasNext: page.before !== undefined }
    : { items, hasNext: more, hasPrevious: page.after !== undefined };
}

const windowOf = ({ tenantId }: DetectionQuery, { ruleIds, predicate }: ResolvedFilter) => ({
  tenantId,
  predicate,
  ...(ruleIds && { ruleIds }),
});

/** A count, exact up to `atMost`. */
export interface Count {
  readonly value: number;
  /** False: there are more than `value`. */
  readonly isExact: boolean;
}

export async function countDetections({ pool }: Database, query: DetectionQuery, atMost: number): Promise<Count> {
  const { ruleIds, predicate } = resolveFilter(query.filter, query.book, query.includeTests);
  const operands = [...(ruleIds ? [{ kind: "rule", ids: ruleIds } as const] : []), predicate];
  const value = await countRows(pool, query.tenantId, { kind: "and", operands }, atMost + 1);
  return value > atMost ? { value: atMost, isExact: false } : { value, isExact: true };
}

/** The tenant's detections among `ids`, in no order. */
export async function findDetections(
  { pool }: Database,
  tenantId: number,
  ids: readonly string[],
): Promise<Detection[]> {
  return (await selectDetectionsById(pool, tenantId, ids)).map(readDetection);
}

/** The detections of some events, in id order. */
export async function findDetectionsOfEvents(
  { pool }: Database,
  tenantId: number,
  eventIds: readonly string[],
): Promise<Detection[]> {
  return (await selectDetectionsOfEvents(pool, tenantId, eventIds)).map(readDetection);
}
