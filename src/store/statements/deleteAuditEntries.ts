import type { Queryable } from "../queryable.ts";

/** Forgets audit entries below an id. @returns how many rows went, `limit` at most */
export async function deleteAuditEntries(
  db: Queryable,
  tenantId: number,
  before: string,
  limit: number,
): Promise<number> {
  const { rowCount } = await db.query(
    `delete from audit_entry where ctid = any (array(
       select ctid from audit_entry where tenant_id = $1 and id < $2::uuid order by id limit $3))`,
    [tenantId, before, limit],
  );
  return rowCount ?? 0;
}
