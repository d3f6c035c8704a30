import { idsOfEvent } from "../uuid.ts";

/** A walk along a stretch of a tenant's events by id: `from <= id < to`, from one end. */
export interface EventWalk {
  readonly tenantId: number;
  readonly from: string;
  /** Absent: no upper end. */
  readonly to?: string;
  readonly newestFirst: boolean;
  /** Ends after so many, wanted or not: what a filter seldom finds has no index. */
  readonly passed: number;
  /** Walks along detections, those of rules on trial apart, and so passes events without any for nothing. */
  readonly withDetections: boolean;
}

/** What a walk passes, as SQL: events `e` in the order of `e.place`. */
export function passedEventsSql(walk: EventWalk, bind: (value: unknown) => string): string {
  if (!walk.withDetections) return `(select w.*, w.id as place ${walkSql(walk, bind)}) e`;
  const direction = walk.newestFirst ? "desc" : "asc";
  // Each event is looked up by its id (`offset 0` keeps that so), in the order of the walk: reading stops as soon as there are
  // enough. The detections of one event follow each other.
  return `(
    select v.*, y.id as place from (
      select x.id, x.event_id, lag(x.event_id) over (order by x.id ${direction}) as before
      from (select w.id, w.event_id ${walkSql(walk, bind)}) x
    ) y
    cross join lateral (select * from event v where v.id = y.event_id and v.tenant_id = ${bind(walk.tenantId)} offset 0) v
    where y.event_id is distinct from y.before
  ) e`;
}

/** The event that a walk has come to when it has passed as many as it may, as SQL. */
export const lastPassedSql = (walk: EventWalk, bind: (value: unknown) => string): string =>
  `select x.id from (select ${walk.withDetections ? "w.event_id as id" : "w.id"} ${walkSql(walk, bind)}) x offset ${bind(walk.passed - 1)}`;

/** Rows `w`: events, or the detections of events. */
function walkSql(walk: EventWalk, bind: (value: unknown) => string): string {
  const { tenantId, from, to, newestFirst, passed, withDetections } = walk;
  const tenant = bind(tenantId);
  const stretch = (id: string, lowest: string, highest: string | undefined) =>
    `${id} >= ${bind(lowest)}::uuid${highest === undefined ? "" : ` and ${id} < ${bind(highest)}::uuid`}`;
  const end = () => `order by w.id ${newestFirst ? "desc" : "asc"} limit ${bind(passed)}`;
  if (!withDetections) return `from event w where w.tenant_id = ${tenant} and ${stretch("w.id", from, to)} ${end()}`;
  const ids = stretch("w.id", idsOfEvent(from).from, to && idsOfEvent(to).to);
  return `from detection w
    where w.tenant_id = ${tenant} and ${ids} and ${stretch("w.event_id", from, to)} and not w.is_test ${end()}`;
}
