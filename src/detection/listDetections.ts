import type { RuleBook } from "../rules/index.ts";
import { type Database, selectDetectionsById, selectDetectionsOfEvents } from "../store/index.ts";
import { type Detection, readDetection } from "./detection.ts";
import type { DetectionFilter } from "./filter.ts";
import { listByArrival } from "./listByArrival.ts";
import { listByChange } from "./listByChange.ts";
import { listBySeverity } from "./listBySeverity.ts";
import type { DetectionOrder } from "./order.ts";
import type { Page, PageRequest } from "./page.ts";
import { resolveFilter } from "./resolveFilter.ts";

/** Detections wanted by one tenant, with the rules that its filter speaks of. */
export interface DetectionQuery {
  readonly tenantId: number;
  readonly book: RuleBook;
  readonly filter: DetectionFilter;
  readonly includeTests: boolean;
}

/** A page of detections in an order, newest first if none is named; the places of `page` are those of that order. */
export async function listDetections(
  { reads }: Database,
  query: DetectionQuery,
  { order = "NEWEST", ...page }: PageRequest & { readonly order?: DetectionOrder },
  now: Date,
): Promise<Page<Detection>> {
  const resolved = resolveFilter(query.filter, query.book, query.includeTests);
  const list = { reads, now, selection: { tenantId: query.tenantId, ...resolved } };
  switch (order) {
    case "NEWEST":
      return await listByArrival(list, page);
    case "OLDEST":
      return reversed(await listByArrival(list, reverse(page)));
    case "SEVERITY":
      return await listBySeverity(list, page);
    case "UPDATED":
      return await listByChange(list, page);
  }
}

/** The same page as seen from the other end. */
const reverse = ({ limit, backward, after, before }: PageRequest): PageRequest => ({
  limit,
  backward: !backward,
  ...(before !== undefined && { after: before }),
  ...(after !== undefined && { before: after }),
});

const reversed = <T>({ items, hasNext, hasPrevious }: Page<T>): Page<T> => ({
  items: items.toReversed(),
  hasNext: hasPrevious,
  hasPrevious: hasNext,
});

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
