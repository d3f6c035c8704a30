import type { Queryable } from "../queryable.ts";
import type { SequenceWalk } from "./selectDetectionsBySequence.ts";

/**
 * The sequence at which a walk ends because it has passed as many detections as it may; undefined if it comes to its other end.
 *
 * Detections are counted, not numbers: the sequence has gaps, where detections were known already or days were dropped.
 */
export async function selectWalkEnd(db: Queryable, walk: SequenceWalk): Promise<bigint | undefined> {
  const { rows } = await db.query<{ sequence: bigint }>(
    `select d.sequence from detection d
     where d.tenant_id = $1 and d.sequence between $2 and $3
     order by d.sequence ${walk.backward ? "desc" : "asc"} offset $4 limit 1`,
    [walk.tenantId, walk.lowest, walk.highest, walk.passed - 1],
  );
  return rows[0]?.sequence;
}
