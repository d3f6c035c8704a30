import type { Queryable } from "../queryable.ts";

/**
 * The highest sequence that a tenant's detections have had.
 *
 * Whoever sees n sees every detection up to n: the row is locked by whoever adds to it, until commit.
 */
export async function selectLastSequence(db: Queryable, tenantId: number): Promise<bigint> {
  const { rows } = await db.query<{ last: bigint }>("select last from detection_sequence where tenant_id = $1", [
    tenantId,
  ]);
  return rows[0]?.last ?? 0n;
}
