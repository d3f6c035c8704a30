import type { Queryable } from "../queryable.ts";
import { type PartitionedTable, partitionedTables } from "../partitions.ts";

/** A day of a table, in a table of its own. */
export interface Day {
  readonly name: string;
  readonly parent: PartitionedTable;
  /** Midnight UTC at which it begins, in ms since 1970. */
  readonly startMs: number;
  /** `detaching`: a DETACH CONCURRENTLY was interrupted; `detached`: no part of its parent any more. */
  readonly state: "attached" | "detaching" | "detached";
}

/** The days that there are, those that were detached and not dropped included, the oldest first. */
export async function selectDays(db: Queryable): Promise<readonly Day[]> {
  const { rows } = await db.query<{ name: string; state: Day["state"] }>(
    `select child.relname as name,
       case when link.inhrelid is null then 'detached' when link.inhdetachpending then 'detaching' else 'attached' end as state
     from pg_class child
     join pg_namespace home on home.oid = child.relnamespace
     left join pg_inherits link on link.inhrelid = child.oid
     where home.nspname = 'part' and child.relkind = 'r' and child.relname ~ $1
     order by child.relname`,
    [`^(${partitionedTables.join("|")})_[0-9]{8}$`],
  );
  return rows.flatMap(({ name, state }) => {
    const parent = partitionedTables.find((table) => name.startsWith(`${table}_`));
    const date = name.slice(-8);
    const startMs = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`);
    return parent === undefined || Number.isNaN(startMs) ? [] : [{ name, parent, startMs, state }];
  });
}
