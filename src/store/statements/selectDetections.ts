import type { Queryable } from "../queryable.ts";
import type { DetectionRow } from "./detectionRow.ts";
import type { DetectionWindow } from "./detectionWindow.ts";
import { selectDetectionIds } from "./selectDetectionIds.ts";
import { selectDetectionsById } from "./selectDetectionsById.ts";

/**
 * Reads a window of detections in id order: ids alone first, then the rows of those on the page. In two steps, so that a window
 * without any costs one, and that the other is planned for the days of the page alone.
 */
export async function selectDetections(db: Queryable, window: DetectionWindow): Promise<DetectionRow[]> {
  return await selectDetectionRows(db, window, await selectDetectionIds(db, window));
}

/** The rows of ids that were found, in the order of the window or windows that they were found in. */
export async function selectDetectionRows(
  db: Queryable,
  { tenantId, newestFirst }: Pick<DetectionWindow, "tenantId" | "newestFirst">,
  ids: readonly string[],
): Promise<DetectionRow[]> {
  if (ids.length === 0) return [];
  const rows = await selectDetectionsById(db, tenantId, ids);
  return newestFirst ? rows.reverse() : rows;
}
