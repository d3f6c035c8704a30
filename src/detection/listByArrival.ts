import { type Database, type DetectionRow, oldestDetection, selectDetections } from "../store/index.ts";
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
 * the partitions that it needs, and a filter that finds nothing costs a handful of small queries.
 */
export async function readByArrival(
  { pool, selection, now }: DetectionList,
  page: PageRequest,
): Promise<readonly DetectionRow[]> {
  const rows: DetectionRow[] = [];
  if (selection.ruleIds?.length === 0) return rows;
  const newestFirst = !page.backward;
  for await (const window of lazyWindows(page, { now, oldest: () => oldestDetection(pool) })) {
    const limit = page.limit - rows.length;
    rows.push(...(await selectDetections(pool, { ...selection, ...window, newestFirst, limit })));
    if (rows.length >= page.limit) break;
  }
  return rows;
}
