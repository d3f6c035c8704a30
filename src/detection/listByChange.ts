import {
  type ChangeWalk,
  type DetectionPredicate,
  plannedForValues,
  type Queryable,
  selectChangeWalkEnd,
  selectDetectionsByChange,
  selectLastSequence,
} from "../store/index.ts";
import { type Detection, readDetection } from "./detection.ts";
import type { DetectionList } from "./listByArrival.ts";
import { changeAt, changePlace } from "./order.ts";
import { type Page, type PageRequest, pageOf } from "./page.ts";

/** A page ends after so many detections, wanted or not, and says how far it came. */
export const maxPassed = 20_000;

/**
 * A page of detections by their last change, the first first, each at its last one only. Changes are counted in the order of
 * commits: who goes on from where a page ends sees every detection as it has become, whoever writes meanwhile.
 */
export async function listByChange(
  { reads, selection }: DetectionList,
  page: PageRequest,
  passed = maxPassed,
): Promise<Page<Detection>> {
  return await plannedForValues(reads, (db) => walkChanges(db, selection, { page, passed }));
}

async function walkChanges(
  db: Queryable,
  selection: DetectionList["selection"],
  { page, passed }: { readonly page: PageRequest; readonly passed: number },
): Promise<Page<Detection>> {
  const { tenantId, ruleIds, predicate } = selection;
  const { backward, after, before, limit } = page;
  // What is committed later belongs to the next page.
  const last = await selectLastSequence(db, tenantId);
  const lowest = after === undefined ? 0n : changeAt(after) + 1n;
  const highest = before === undefined ? last : changeAt(before) - 1n;
  const walk: ChangeWalk = { tenantId, lowest, highest, backward, passed };
  const operands = [...(ruleIds ? [{ kind: "rule", ids: ruleIds } as const] : []), predicate];
  const wanted: DetectionPredicate = { kind: "and", operands };
  const rows = await selectDetectionsByChange(db, walk, { predicate: wanted, limit: limit + 1 });
  const read = pageOf(rows.map(readDetection), page);
  if (rows.length > limit) return read;
  const stopped = await selectChangeWalkEnd(db, walk);
  if (backward) return stopped === undefined ? read : { ...read, hasPrevious: true, startsAt: changePlace(stopped) };
  const end = stopped ?? (highest < lowest ? lowest - 1n : highest);
  return { ...read, hasNext: stopped !== undefined || before !== undefined, endsAt: changePlace(end) };
}
