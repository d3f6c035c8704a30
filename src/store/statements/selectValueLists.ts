import type { Queryable } from "../queryable.ts";

/** The tenant's value lists, by name. */
export async function selectValueLists(
  db: Queryable,
  tenantId: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await db.query<{ name: string; values: string[] }>(
    `select name, "values" from value_list where tenant_id = $1 order by name`,
    [tenantId],
  );
  return new Map(rows.map(({ name, values }) => [name, values]));
}
