import type { Queryable } from "../queryable.ts";

/** The texts of the tenant's processing pipelines, by name. */
export async function selectPipelines(db: Queryable, tenantId: number): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query<{ name: string; yaml: string }>(
    "select name, yaml from pipeline where tenant_id = $1 order by name",
    [tenantId],
  );
  return new Map(rows.map(({ name, yaml }) => [name, yaml]));
}
