import type { Queryable } from "../queryable.ts";
import { runKept } from "../runKept.ts";
import { type DetectionWindow, planOf, windowSql } from "./detectionWindow.ts";

/** The ids of a window of detections in id order. */
export async function selectDetectionIds(db: Queryable, window: DetectionWindow): Promise<string[]> {
  const parameters: unknown[] = [];
  const text = windowSql(window, "d.id", (value) => `$${parameters.push(value)}`);
  const rows =
    planOf(window) === "own"
      ? (await db.query<{ id: string }>(text, parameters)).rows
      : await runKept<{ id: string }>(db, text, parameters);
  return rows.map(({ id }) => id);
}
