import pg from "pg";
import type { Queryable } from "../queryable.ts";
import { addSql, countedColumns } from "../rollups/addSql.ts";

/**
 * Takes the detections of a table out of the tenant's roll-ups, as far as they are in them: for a day that is about to be
 * dropped, in the transaction that drops it.
 *
 * @param table a partition of `detection` that was detached, in the schema `part`
 * @param db a transaction that holds the lock of `awaitRollupProgress`, and `progress` is what that gave
 */
export async function removeFromRollups(
  db: Queryable,
  tenantId: number,
  { table, progress }: { readonly table: string; readonly progress: bigint },
): Promise<void> {
  await db.query(
    `with fresh as materialized (
       select ${countedColumns}, -1 as n from part.${pg.escapeIdentifier(table)}
       where tenant_id = $1 and sequence <= $2 and not is_test
     ),
     ${addSql(false)}
     select 1`,
    [tenantId, progress],
  );
}
