import type { Queryable } from "../queryable.ts";
import type { ChangeWalk } from "./selectDetectionsByChange.ts";

/**
 * The change at which a walk ends because it has passed as many detections as it may; undefined if it comes to its other end.
 *
 * Detections are counted, not numbers: a detection that changes again leaves a gap.
 */
export async function selectChangeWalkEnd(db: Queryable, walk: ChangeWalk): Promise<bigint | undefined> {
  const { rows } = await db.query<{ change: bigint }>(
    `select coalesce(d.last_change, d.sequence) as change from detection d
     where d.tenant_id = $1 and coalesce(d.last_change, d.sequence) between $2 and $3
     order by 1 ${walk.backward ? "desc" : "asc"} offset $4 limit 1`,
    [walk.tenantId, walk.lowest, walk.highest, walk.passed - 1],
  );
  return rows[0]?.change;
}
