import type { Queryable } from "../queryable.ts";

/** Those of the tenant's events that are stored. */
export async function selectStoredEvents(
  db: Queryable,
  tenantId: number,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>(
    "select id from event where tenant_id = $1 and id = any ($2::uuid[])",
    [tenantId, ids],
  );
  return new Set(rows.map(({ id }) => id));
}
