import type { Queryable } from "../queryable.ts";
import type { EventKindRow } from "./addEventKinds.ts";

/** A kind over several days. */
export type EventKindSum = Omit<EventKindRow, "day">;

/** Days in UTC, `2026-11-25`, the last one included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What came on some days, by kind; in the order of their keys. */
export async function selectEventKinds(db: Queryable, tenantId: number, { from, to }: Days): Promise<EventKindSum[]> {
  const { rows } = await db.query<EventKindSum>(
    `select kind, product, coalesce(categories, '{}') as categories, service,
       coalesce(other_services, '{}') as "otherServices", code, sum(events)::float8 as events,
       sum(sampled)::float8 as sampled, sum(weight)::float8 as weight, sum(omitted)::float8 as omitted
     from event_kind_day where tenant_id = $1 and day between $2::date and $3::date
     group by kind, product, categories, service, other_services, code order by kind`,
    [tenantId, from, to],
  );
  return rows;
}
