import type { Queryable } from "../queryable.ts";

/** The lowest event id that is stored, of any tenant: where a walk into the past may stop. */
export async function oldestEvent(db: Queryable): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>("select id from event order by id limit 1");
  return rows[0]?.id;
}
