import type { Logsource } from "../sigma/index.ts";
import { fold } from "../std/index.ts";
import { type Database, selectRecentEvents, uuidFloor } from "../store/index.ts";
import type { StoredEvent } from "./storedEvent.ts";

/** So many at a time: their records are in memory together. */
const batchSize = 200;

export interface RecentEvents {
  /** By arrival. */
  readonly since: Date;
  readonly limit: number;
  /** Only events that rules of this logsource are about. */
  readonly logsource: Logsource;
}

/** The tenant's newest events that a logsource is about, newest first, in batches: at most so many. */
export async function* recentEvents(
  { pool }: Pick<Database, "pool">,
  tenantId: number,
  { since, limit, logsource }: RecentEvents,
): AsyncGenerator<readonly StoredEvent[]> {
  const window = { tenantId, from: uuidFloor(since.getTime()), ...dimensions(logsource) };
  let to: string | undefined;
  for (let left = limit; left > 0;) {
    const wanted = Math.min(left, batchSize);
    const events = await selectRecentEvents(pool, { ...window, ...(to !== undefined && { to }), limit: wanted });
    yield events;
    if (events.length < wanted) return;
    to = events.at(-1)?.id;
    left -= events.length;
  }
}

/** Only words of plain letters are looked for by the database, which folds case in its own way. The engine looks at all. */
function dimensions({ product, category, service }: Logsource) {
  const word = (value: string | undefined) => (value !== undefined && /^[!-~]+$/.test(value) ? fold(value) : undefined);
  const wanted = { product: word(product), category: word(category), service: word(service) };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}
