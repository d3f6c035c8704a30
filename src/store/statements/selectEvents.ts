import type { Queryable } from "../queryable.ts";
import type { EventRow } from "./insertEvents.ts";

/** The tenant's events among `ids`, in no order. */
export async function selectEvents(db: Queryable, tenantId: number, ids: readonly string[]): Promise<EventRow[]> {
  const { rows } = await db.query<EventRow>(
    `select id, tenant_id as "tenantId", time, time_origin as "timeOrigin", product, coalesce(categories, '{}') as categories, service,
       other_services as "otherServices", host,
       user_name as "user", source_address as "sourceAddress", record
     from event where tenant_id = $1 and id = any($2::uuid[])`,
    [tenantId, ids],
  );
  return rows;
}
