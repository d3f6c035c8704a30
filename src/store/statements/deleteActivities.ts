import type { Queryable } from "../queryable.ts";

/** Forgets what was done to detections below a detection id. @returns how many rows went, `limit` at most */
export async function deleteActivities(
  db: Queryable,
  tenantId: number,
  before: string,
  limit: number,
): Promise<number> {
  const { rowCount } = await db.query(
    `delete from detection_activity where ctid = any (array(
       select ctid from detection_activity where tenant_id = $1 and detection_id < $2::uuid order by detection_id limit $3))`,
    [tenantId, before, limit],
  );
  return rowCount ?? 0;
}
