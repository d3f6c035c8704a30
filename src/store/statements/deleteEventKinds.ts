import type { Queryable } from "../queryable.ts";

/** Forgets what came before a day. @returns how many kinds of events, by the day, went */
export async function deleteEventKinds(db: Queryable, tenantId: number, before: string): Promise<number> {
  const { rowCount } = await db.query(
    `with fields as (delete from event_kind_field where tenant_id = $1 and day < $2::date)
     delete from event_kind_day where tenant_id = $1 and day < $2::date`,
    [tenantId, before],
  );
  return rowCount ?? 0;
}
