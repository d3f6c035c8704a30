import type { Queryable } from "../queryable.ts";
import { type DetectionWindow, windowSql } from "./detectionWindow.ts";

/** The ids of a window of detections in id order, from an index alone. */
export async function selectDetectionIds(db: Queryable, window: DetectionWindow): Promise<string[]> {
  const parameters: unknown[] = [];
  const text = windowSql(window, "d.id", (value) => `$${parameters.push(value)}`);
  const { rows } = await db.query<{ id: string }>(text, parameters);
  return rows.map(({ id }) => id);
}
