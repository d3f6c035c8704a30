import type { Queryable } from "../queryable.ts";
import { type DetectionRow, detectionColumns } from "./detectionRow.ts";

/** The tenant's detections among `ids`, by id: so that two that lock them cannot wait for each other. */
export async function selectDetectionsById(
  db: Queryable,
  tenantId: number,
  ids: readonly string[],
  lock = false,
): Promise<DetectionRow[]> {
  const { rows } = await db.query<DetectionRow>(
    `select ${detectionColumns} from detection d where d.tenant_id = $1 and d.id = any($2::uuid[])
     order by d.id ${lock ? "for update" : ""}`,
    [tenantId, ids],
  );
  return rows;
}
