import type { Queryable } from "../queryable.ts";
import type { ActivityRow } from "./insertActivities.ts";

/** What was done to some detections, oldest first. */
export async function selectActivities(
  db: Queryable,
  tenantId: number,
  detectionIds: readonly string[],
): Promise<ActivityRow[]> {
  const { rows } = await db.query<ActivityRow>(
    `select id, detection_id as "detectionId", at, actor, kind, old, new from detection_activity
     where tenant_id = $1 and detection_id = any($2::uuid[]) order by detection_id, id`,
    [tenantId, detectionIds],
  );
  return rows;
}
