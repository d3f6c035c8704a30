import { bug } from "../../std/index.ts";
import type { Queryable } from "../queryable.ts";

/** Claims a tenant's roll-ups until the transaction ends, and waits for who has them. @returns up to which sequence they hold detections */
export async function awaitRollupProgress(db: Queryable, tenantId: number): Promise<bigint> {
  await db.query("insert into rollup_progress (tenant_id, sequence) values ($1, 0) on conflict do nothing", [tenantId]);
  const { rows } = await db.query<{ sequence: string | bigint }>(
    "select sequence from rollup_progress where tenant_id = $1 for update",
    [tenantId],
  );
  return BigInt(rows[0]?.sequence ?? bug(`no progress of tenant ${tenantId}`));
}
