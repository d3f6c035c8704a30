import type { Queryable } from "../queryable.ts";
import { uuidFloor } from "../uuid.ts";
import { maxFutureMs, predicateSql } from "./detectionPredicate.ts";
import type { LiveQuestion } from "./selectLiveCounts.ts";

/** How long it took from the arrival of detections until something was done to them, in seconds; null if it was done to none. */
export interface TriageTimes {
  readonly acknowledged: number;
  readonly acknowledgeMean: number | null;
  readonly acknowledgeMedian: number | null;
  readonly closed: number;
  readonly closeMean: number | null;
  readonly closeMedian: number | null;
}

/**
 * Acknowledged is a detection when it first is not NEW any more, closed when it is first CLOSED.
 *
 * @param since no detection in question happened before, in ms since 1970: what was done to it was done later
 */
export async function selectTriageTimes(
  db: Queryable,
  { tenantId, predicate }: Omit<LiveQuestion, "boundsMs">,
  since: number,
): Promise<TriageTimes> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const { rows } = await db.query<TriageTimes>(
    `with done as (
       select a.detection_id, min(a.at) as acknowledged, min(a.at) filter (where a.new = 'CLOSED') as closed
       from detection_activity a
       where a.tenant_id = ${bind(tenantId)} and a.kind = 'STATUS' and a.id >= ${bind(uuidFloor(Math.max(0, since - maxFutureMs)))}
       group by a.detection_id
     ), took as (
       select extract(epoch from done.acknowledged - arrived.at) as acknowledge, extract(epoch from done.closed - arrived.at) as close
       from done join detection d on d.id = done.detection_id,
         -- A detection's id begins with the time of its arrival.
         lateral (select to_timestamp(('x' || translate(left(d.id::text, 13), '-', ''))::bit(48)::bigint / 1000.0) as at) arrived
       where d.tenant_id = ${bind(tenantId)} and ${predicateSql(predicate, bind)}
     )
     select count(acknowledge)::int as acknowledged, avg(acknowledge)::float8 as "acknowledgeMean",
       percentile_cont(0.5) within group (order by acknowledge::float8) as "acknowledgeMedian",
       count(close)::int as closed, avg(close)::float8 as "closeMean",
       percentile_cont(0.5) within group (order by close::float8) as "closeMedian"
     from took`,
    parameters,
  );
  const none = { acknowledgeMean: null, acknowledgeMedian: null, closeMean: null, closeMedian: null };
  return rows[0] ?? { acknowledged: 0, closed: 0, ...none };
}
