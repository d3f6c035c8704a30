import type { Queryable } from "../queryable.ts";
import { runKept } from "../runKept.ts";
import { type DetectionRow, detectionColumns } from "./detectionRow.ts";
import { type DetectionWindow, windowSql } from "./detectionWindow.ts";

/** The rows of a window of detections in id order, in one statement: for those that `planOf` calls whole. */
export async function selectWholeWindow(db: Queryable, window: DetectionWindow): Promise<DetectionRow[]> {
  const parameters: unknown[] = [];
  const text = windowSql(window, detectionColumns, (value) => `$${parameters.push(value)}`);
  return await runKept<DetectionRow>(db, text, parameters);
}
