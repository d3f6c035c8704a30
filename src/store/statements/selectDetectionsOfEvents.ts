import type { Queryable } from "../queryable.ts";
import { uuidFloor, uuidTimeMs } from "../uuid.ts";
import { type DetectionRow, detectionColumns } from "./detectionRow.ts";

/**
 * The detections of some events, in id order.
 *
 * A detection's id begins with the time of its event's id: that narrows the search by the primary key, without an
 * index on event_id.
 */
export async function selectDetectionsOfEvents(
  db: Queryable,
  tenantId: number,
  eventIds: readonly string[],
): Promise<DetectionRow[]> {
  const floors = eventIds.map((id) => uuidFloor(uuidTimeMs(id)));
  const ceilings = eventIds.map((id) => uuidFloor(uuidTimeMs(id) + 1));
  const { rows } = await db.query<DetectionRow>(
    `select ${detectionColumns}
     from unnest($2::uuid[], $3::uuid[], $4::uuid[]) e (id, floor, ceiling)
     cross join lateral (
       select * from detection d
       where d.tenant_id = $1 and d.id >= e.floor and d.id < e.ceiling and d.event_id = e.id
     ) d order by d.id`,
    [tenantId, eventIds, floors, ceilings],
  );
  return rows;
}
