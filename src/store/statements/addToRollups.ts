import type { Queryable } from "../queryable.ts";
import { addSql, countedColumns } from "../rollups/addSql.ts";

/**
 * Adds the detections `after < sequence <= upTo` to the tenant's roll-ups, settles changes of those that are in them, and moves the
 * progress to `upTo`: in one statement, and so by one snapshot.
 *
 * A change of a detection that is only now added is not settled but dropped: the detection is added as it has become.
 *
 * @param db a transaction that holds the lock of `lockRollupProgress`, and `after` is what that gave
 */
export async function addToRollups(
  db: Queryable,
  tenantId: number,
  { after, upTo }: { readonly after: bigint; readonly upTo: bigint },
): Promise<void> {
  await db.query(statement, [tenantId, after, upTo]);
}

const statement = `
with fresh as materialized (
    select ${countedColumns}, 1 as n from detection
    where tenant_id = $1 and sequence > $2 and sequence <= $3 and not is_test
  ),
  settled as (delete from detection_change where tenant_id = $1 and sequence <= $3 returning *),
  moved as materialized (
    select time, rule_id, old_severity as severity, old_status as status, old_disposition as disposition, -1 as n
    from settled where sequence <= $2
    union all
    select time, rule_id, new_severity, new_status, new_disposition, 1 from settled where sequence <= $2
  ),
  ${addSql(true)}
update rollup_progress set sequence = $3 where tenant_id = $1`;
