import { type Database, type EventRow, selectEvents } from "../store/index.ts";

/** An event as it is stored. */
export type StoredEvent = EventRow;

/** The tenant's events among `ids`, in no order. */
export async function findEvents({ pool }: Database, tenantId: number, ids: readonly string[]): Promise<StoredEvent[]> {
  return await selectEvents(pool, tenantId, ids);
}
