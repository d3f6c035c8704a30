import type { Queryable } from "../queryable.ts";
import type { EventRow } from "./insertEvents.ts";

/** A stretch of a tenant's events by id, from the newest: `from <= id < to`, at most `limit`. */
export interface EventWindow {
  readonly tenantId: number;
  readonly from: string;
  /** Absent: no upper end. */
  readonly to?: string;
  readonly limit: number;
  /** In small letters; what is absent does not matter. */
  readonly product?: string;
  readonly category?: string;
  readonly service?: string;
}

/** The newest events of a window that have the dimensions asked for, newest first. */
export async function selectRecentEvents(db: Queryable, window: EventWindow): Promise<EventRow[]> {
  const { tenantId, from, to = null, limit, product = null, category = null, service = null } = window;
  const { rows } = await db.query<EventRow>(
    `select id, tenant_id as "tenantId", time, time_origin as "timeOrigin", product, coalesce(categories, '{}') as categories, service,
       other_services as "otherServices", host, user_name as "user", source_address as "sourceAddress", record
     from event
     where tenant_id = $1 and id >= $2::uuid and ($3::uuid is null or id < $3::uuid)
       and ($5::text is null or lower(product) = $5)
       and ($6::text is null or exists (select from unnest(categories) c where lower(c) = $6))
       and ($7::text is null or lower(service) = $7 or exists (select from unnest(other_services) s where lower(s) = $7))
     order by id desc limit $4`,
    [tenantId, from, to, limit, product, category, service],
  );
  return rows;
}
