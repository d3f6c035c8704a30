import type { Queryable } from "../queryable.ts";

/**
 * Claims a tenant's roll-ups until the transaction ends.
 *
 * @returns up to which sequence they hold detections; undefined if another process is at it
 */
export async function lockRollupProgress(db: Queryable, tenantId: number): Promise<bigint | undefined> {
  await db.query("insert into rollup_progress (tenant_id, sequence) values ($1, 0) on conflict do nothing", [tenantId]);
  const { rows } = await db.query<{ sequence: bigint }>(
    "select sequence from rollup_progress where tenant_id = $1 for update skip locked",
    [tenantId],
  );
  return rows[0]?.sequence;
}
