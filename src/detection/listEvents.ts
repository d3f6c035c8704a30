import {
  type Database,
  type EventRow,
  type EventWalk,
  oldestEvent,
  selectEventPage,
  selectEventWalkEnd,
} from "../store/index.ts";
import { eventBounds, eventConditions, type EventFilter } from "./eventFilter.ts";
import { type Page, type PageRequest, pageOf } from "./page.ts";
import type { StoredEvent } from "./storedEvent.ts";
import { windows } from "./windows.ts";

/** A page ends when one of its statements has passed over so many events, or detections, without filling it. */
export const maxPassedEvents = 100_000;

export interface EventQuery {
  readonly tenantId: number;
  readonly filter: EventFilter;
  /** What one statement may pass over; `maxPassedEvents` if absent. */
  readonly passed?: number;
}

/**
 * A page of events, newest first: by their arrival.
 *
 * Walks the windows of `listByArrival`. Events have no index but that of their ids, as each would cost at every event that
 * comes: so a page that its filter does not fill soon ends early, and says where.
 */
export async function listEvents(
  { pool }: Pick<Database, "pool">,
  { tenantId, filter, passed = maxPassedEvents }: EventQuery,
  page: PageRequest,
  now: Date,
): Promise<Page<StoredEvent>> {
  const conditions = eventConditions(filter);
  const rows: EventRow[] = [];
  for (const window of windows(...within(page, filter, { now, oldest: await oldestEvent(pool) }))) {
    const walk: EventWalk = {
      tenantId,
      ...window,
      newestFirst: !page.backward,
      passed,
      withDetections: filter.hasDetections ?? false,
    };
    const limit = page.limit + 1 - rows.length;
    rows.push(...(await selectEventPage(pool, walk, { conditions, limit })));
    if (rows.length > page.limit) break;
    const stopped = await selectEventWalkEnd(pool, walk);
    if (stopped !== undefined) return stoppedAt(pageOf(rows, page), page, stopped);
  }
  return pageOf(rows, page);
}

interface Ends {
  readonly now: Date;
  readonly oldest: string | undefined;
}

/** Only what the filter leaves of the stretch between a page's ends. */
function within({ after, ...page }: PageRequest, filter: EventFilter, { now, oldest }: Ends): [PageRequest, Ends] {
  const { from, to } = eventBounds(filter);
  const top = after !== undefined && to !== undefined ? (after < to ? after : to) : (after ?? to);
  return [
    { ...page, ...(top !== undefined && { after: top }) },
    { now, oldest: oldest !== undefined && from !== undefined && from > oldest ? from : oldest },
  ];
}

const stoppedAt = <T>(page: Page<T>, { backward }: PageRequest, id: string): Page<T> =>
  backward ? { ...page, hasPrevious: true, startsAt: id } : { ...page, hasNext: true, endsAt: id };
