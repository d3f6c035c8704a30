import type { Queryable } from "../queryable.ts";
import { type EventCondition, eventConditionSql } from "./eventCondition.ts";
import { eventColumns } from "./eventColumns.ts";
import { type EventWalk, passedEventsSql } from "./eventWalk.ts";
import type { EventRow } from "./insertEvents.ts";

/** Reads the first `limit` events that are wanted, in the order of the walk. */
export async function selectEventPage(
  db: Queryable,
  walk: EventWalk,
  { conditions, limit }: { readonly conditions: readonly EventCondition[]; readonly limit: number },
): Promise<EventRow[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const wanted = conditions.map((condition) => `and ${eventConditionSql(condition, bind)}`).join(" ");
  const { rows } = await db.query<EventRow>(
    `select ${eventColumns} from ${passedEventsSql(walk, bind)}
     where true ${wanted} order by e.place ${walk.newestFirst ? "desc" : "asc"} limit ${bind(limit)}`,
    parameters,
  );
  return rows;
}
