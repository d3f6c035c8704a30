import type { Queryable } from "../queryable.ts";
import type { Days } from "./selectEventKinds.ts";
import type { EventKindFieldRow } from "./addEventKindFields.ts";

/** The fields of the kinds that came on some days; of each kind in the order of their names. */
export async function selectEventKindFields(
  db: Queryable,
  tenantId: number,
  { from, to }: Days,
): Promise<Omit<EventKindFieldRow, "day">[]> {
  const { rows } = await db.query<Omit<EventKindFieldRow, "day">>(
    `select kind, field, sum(weight)::float8 as weight from event_kind_field
     where tenant_id = $1 and day between $2::date and $3::date group by kind, field order by kind, field`,
    [tenantId, from, to],
  );
  return rows;
}
