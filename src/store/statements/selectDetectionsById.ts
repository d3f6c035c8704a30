import type { Queryable } from "../queryable.ts";
import { type DetectionRow, detectionColumns } from "./detectionRow.ts";

/** The tenant's detections among `ids`, in no order. */
export async function selectDetectionsById(
  db: Queryable,
  tenantId: number,
  ids: readonly string[],
): Promise<DetectionRow[]> {
  const { rows } = await db.query<DetectionRow>(
    `select ${detectionColumns} from detection d where d.tenant_id = $1 and d.id = any($2::uuid[])`,
    [tenantId, ids],
  );
  return rows;
}
