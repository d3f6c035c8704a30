import type { Queryable } from "../queryable.ts";
import { runKept } from "../runKept.ts";
import { type DetectionRow, detectionColumns } from "./detectionRow.ts";

/** The tenant's detections among `ids`, by id: so that two that lock them cannot wait for each other. */
export async function selectDetectionsById(
  db: Queryable,
  tenantId: number,
  ids: readonly string[],
  lock = false,
): Promise<DetectionRow[]> {
  const sorted = ids.toSorted();
  // The ends say nothing new, but rule out partitions, which the list of ids does not.
  return await runKept<DetectionRow>(
    db,
    `select ${detectionColumns} from detection d
     where d.tenant_id = $1 and d.id = any($2::uuid[]) and d.id between $3 and $4
     order by d.id ${lock ? "for update" : ""}`,
    [tenantId, sorted, sorted[0], sorted.at(-1)],
  );
}
