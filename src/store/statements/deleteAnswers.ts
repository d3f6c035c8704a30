import type { Queryable } from "../queryable.ts";

/** Forgets answers of all tenants that were given before an instant. @returns how many */
export async function deleteAnswers(db: Queryable, before: Date): Promise<number> {
  const { rowCount } = await db.query(
    `delete from request_ledger using tenant where tenant_id = tenant.id and request_ledger.created_at < $1`,
    [before],
  );
  return rowCount ?? 0;
}
