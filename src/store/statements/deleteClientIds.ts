import type { Queryable } from "../queryable.ts";

/**
 * Forgets senders' ids of events below an event id, of all tenants: the events of all go together too.
 *
 * @returns how many rows went, `limit` at most
 */
export async function deleteClientIds(db: Queryable, before: string, limit: number): Promise<number> {
  const { rowCount } = await db.query(
    `delete from event_client_id where ctid = any (array(
       select ctid from event_client_id where event_id < $1::uuid order by event_id limit $2))`,
    [before, limit],
  );
  return rowCount ?? 0;
}
