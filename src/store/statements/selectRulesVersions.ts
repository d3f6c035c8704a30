import type { Queryable } from "../queryable.ts";

/** Every tenant's `rulesVersion`: one small query tells which tenants' rules have changed. */
export async function selectRulesVersions(db: Queryable): Promise<ReadonlyMap<number, bigint>> {
  const { rows } = await db.query<{ id: number; version: bigint }>(
    "select id, rules_version as version from tenant order by id",
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
