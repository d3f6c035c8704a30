import {
  type Database,
  type DetectionRow,
  oldestDetection,
  selectDetectionIds,
  selectDetectionRows,
} from "../store/index.ts";
import { type Detection, readDetection } from "./detection.ts";
import { type Page, type PageRequest, pageOf } from "./page.ts";
import type { ResolvedFilter } from "./resolveFilter.ts";
import { lazyWindows } from "./windows.ts";

/** What a list is read from. */
export interface DetectionList extends Pick<Database, "pool"> {
  readonly selection: ResolvedFilter & { readonly tenantId: number };
  readonly now: Date;
}

/** A page of detections, newest first: by the arrival of their events. */
export async function listByArrival(list: DetectionList, page: PageRequest): Promise<Page<Detection>> {
  const rows = await readByArrival(list, { ...page, limit: page.limit + 1 });
  return pageOf(rows.map(readDetection), page);
}

/**
 * The first rows of a page, in the direction in which it is read.
 *
 * Walks windows of one day, four, sixteen ... from the end where the page begins, until there are enough: so a query touches
 * the partitions that it needs, and a filter that finds nothing costs a handful of small queries. The rows are read at the end, at once.
 */
export async function readByArrival(
  { pool, selection, now }: DetectionList,
  page: PageRequest,
): Promise<readonly DetectionRow[]> {
  if (selection.ruleIds?.length === 0) return [];
  const ids: string[] = [];
  const newestFirst = !page.backward;
  for await (const window of lazyWindows(page, { now, oldest: () => oldestDetection(pool) })) {
    const limit = page.limit - ids.length;
    ids.push(...(await selectDetectionIds(pool, { ...selection, ...window, newestFirst, limit })));
    if (ids.length >= page.limit) break;
  }
  return await selectDetectionRows(pool, { ...selection, newestFirst }, ids);
}
