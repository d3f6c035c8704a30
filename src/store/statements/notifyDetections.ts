import type { Queryable } from "../queryable.ts";

/** Where processes hear that a tenant has new detections. The payload is the tenant's id. */
export const detectionsChannel = "detectql_detections";

/**
 * Tells every process that a tenant has new detections. A hint: who misses it must find out by asking.
 *
 * Never in the transaction that stores them: transactions that notify commit one after the other, all tenants together.
 */
export async function notifyDetections(db: Queryable, tenantId: number): Promise<void> {
  await db.query("select pg_notify($1, $2)", [detectionsChannel, String(tenantId)]);
}
