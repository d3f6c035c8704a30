import type { Queryable } from "../queryable.ts";

/** The highest sequence of each of these tenants: as `selectLastSequence`, of several. */
export async function selectLastSequences(
  db: Queryable,
  tenantIds: readonly number[],
): Promise<ReadonlyMap<number, bigint>> {
  const { rows } = await db.query<{ tenantId: number; last: bigint }>(
    `select tenant_id as "tenantId", last from detection_sequence where tenant_id = any($1::int[])`,
    [tenantIds],
  );
  return new Map(rows.map(({ tenantId, last }) => [tenantId, last]));
}
