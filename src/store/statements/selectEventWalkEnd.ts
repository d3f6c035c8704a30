import type { Queryable } from "../queryable.ts";
import { type EventWalk, lastPassedSql } from "./eventWalk.ts";

/** The event at which a walk ends because it has passed as many as it may; undefined if it comes to its other end. */
export async function selectEventWalkEnd(db: Queryable, walk: EventWalk): Promise<string | undefined> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const { rows } = await db.query<{ id: string }>(lastPassedSql(walk, bind), parameters);
  return rows[0]?.id;
}
