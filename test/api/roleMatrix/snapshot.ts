import type { Database } from "../../../src/store/index.ts";

/** Counts that follow from other rows, and are brought up to date when somebody reads. */
const derived = /^(rollup_|event_kind_|detection_change$)/;

/** All rows of a tenant, by table. */
export async function snapshot(
  { pool }: Pick<Database, "pool">,
  tenantId: number,
): Promise<Readonly<Record<string, readonly object[]>>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'tenant_id' order by table_name`,
  );
  const names = tables.map(({ name }) => name).filter((name) => !derived.test(name));
  const entries = [...names, "tenant"].map(async (name) => {
    const { rows } = await pool.query<{ row: object }>(
      // When a key was last used is no matter of what it was used for.
      `select to_jsonb(t) - 'last_used_at' as row from ${name} t
       where ${name === "tenant" ? "id" : "tenant_id"} = $1 order by to_jsonb(t)::text`,
      [tenantId],
    );
    return [name, rows.map(({ row }) => row)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
