import type { Queryable } from "../queryable.ts";
import { runKept } from "../runKept.ts";
import { uuidFloor } from "../uuid.ts";

/**
 * An id below which no detection is stored, of any tenant: where a walk into the past may stop. It is the beginning of the oldest
 * partition: to look for the oldest row would make the planner look at all of them.
 */
export async function oldestDetection(db: Queryable): Promise<string | undefined> {
  const [row] = await runKept<{ day: string | null }>(
    db,
    `select to_date(right(min(child.relname), 8), 'YYYYMMDD')::text as day from pg_inherits
     join pg_class child on child.oid = inhrelid where inhparent = 'detection'::regclass`,
    [],
  );
  const day = row?.day;
  return day == null ? undefined : uuidFloor(Date.parse(`${day}T00:00:00Z`));
}
