import type { Queryable } from "../queryable.ts";

/** The newest detection of each of many rules, as its id, by rule id; rules without one are absent. */
export async function selectNewestOfRules(
  db: Queryable,
  tenantId: number,
  ruleIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { rows } = await db.query<{ ruleId: number; id: string }>(
    `select r.id as "ruleId", d.id from unnest($2::int[]) r (id) cross join lateral (
       select id from detection where tenant_id = $1 and rule_id = r.id order by id desc limit 1
     ) d`,
    [tenantId, ruleIds],
  );
  return new Map(rows.map(({ ruleId, id }) => [ruleId, id]));
}
