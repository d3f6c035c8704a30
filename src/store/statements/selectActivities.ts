import type { Queryable } from "../queryable.ts";
import { runKept } from "../runKept.ts";
import type { ActivityRow } from "./insertActivities.ts";

/** What was done to some detections, oldest first. */
export async function selectActivities(
  db: Queryable,
  tenantId: number,
  detectionIds: readonly string[],
): Promise<ActivityRow[]> {
  return await runKept<ActivityRow>(
    db,
    `select id, detection_id as "detectionId", at, actor, kind, old, new from detection_activity
     where tenant_id = $1 and detection_id = any($2::uuid[]) order by detection_id, id`,
    [tenantId, detectionIds],
  );
}
