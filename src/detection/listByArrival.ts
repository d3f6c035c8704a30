import {
  type Database,
  type DetectionRow,
  oldestDetection,
  plannedForValues,
  planOf,
  type Queryable,
  selectDetectionIds,
  selectDetectionRows,
  selectWholeWindow,
} from "../store/index.ts";
import { type Detection, readDetection } from "./detection.ts";
import { type Page, type PageRequest, pageOf } from "./page.ts";
import type { ResolvedFilter } from "./resolveFilter.ts";
import { lazyWindows, wholeWindow } from "./windows.ts";

/** What a list is read from. */
export interface DetectionList extends Pick<Database, "reads"> {
  readonly selection: ResolvedFilter & { readonly tenantId: number };
  readonly now: Date;
}

/** A page of detections, newest first: by the arrival of their events. */
export async function listByArrival(list: DetectionList, page: PageRequest): Promise<Page<Detection>> {
  const rows = await readByArrival(list, { ...page, limit: page.limit + 1 });
  return pageOf(rows.map(readDetection), page);
}

/** The first rows of a page, in the direction in which it is read. */
export async function readByArrival(list: DetectionList, page: PageRequest): Promise<readonly DetectionRow[]> {
  const { reads, selection } = list;
  if (selection.ruleIds?.length === 0) return [];
  const { limit, backward } = page;
  switch (planOf(selection)) {
    case "whole":
      return await selectWholeWindow(reads, { ...selection, ...wholeWindow(page), newestFirst: !backward, limit });
    case "kept":
      return await readByWindows(reads, list, page);
    case "own":
      return await plannedForValues(reads, (db) => readByWindows(db, list, page));
  }
}

/**
 * Walks windows of one day, four, sixteen ... from the end where the page begins, until there are enough: so a query touches
 * the partitions that it needs, and a filter that finds nothing costs a handful of small queries. The rows are read at the end, at once.
 */
async function readByWindows(
  db: Queryable,
  { selection, now }: DetectionList,
  page: PageRequest,
): Promise<readonly DetectionRow[]> {
  const ids: string[] = [];
  const newestFirst = !page.backward;
  for await (const window of lazyWindows(page, { now, oldest: () => oldestDetection(db) })) {
    const limit = page.limit - ids.length;
    ids.push(...(await selectDetectionIds(db, { ...selection, ...window, newestFirst, limit })));
    if (ids.length >= page.limit) break;
  }
  return await selectDetectionRows(db, { ...selection, newestFirst }, ids);
}
