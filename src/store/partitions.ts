import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Queryable } from "./queryable.ts";

export interface PartitionSpan {
  /** Now, in ms since 1970. */
  readonly nowMs: number;
  /** Days (UTC) before and after today that must have partitions. */
  readonly daysBehind?: number;
  readonly daysAhead?: number;
}

/** Tables that are partitioned by the day of arrival. */
export const partitionedTables = ["event", "detection"] as const;
export type PartitionedTable = (typeof partitionedTables)[number];

const dayMs = 86_400_000;
const attempts = 5;
const retryMs = 200;
// Others queue behind a DDL statement that waits: rather give up and try again.
const lockTimeout = "2s";
/** lock_not_available and deadlock_detected. */
const busyCodes: readonly unknown[] = ["55P03", "40P01"];

/**
 * Makes the partitions of events and detections, a day each, that are missing around today. Several processes may do so
 * at once.
 *
 * @returns names of the tables that were missing, such as `event_20261123`
 */
export async function ensurePartitions(
  db: Queryable,
  { nowMs, daysBehind = 2, daysAhead = 7 }: PartitionSpan,
): Promise<readonly string[]> {
  const present = await partitionNames(db);
  const made: string[] = [];
  for (const parent of partitionedTables) {
    for (let day = -daysBehind; day <= daysAhead; day++) {
      const date = new Date(nowMs + day * dayMs).toISOString().slice(0, 10);
      const name = `${parent}_${date.replaceAll("-", "")}`;
      if (present.has(name)) continue;
      await ensurePartition(db, parent, date);
      made.push(name);
    }
  }
  return made;
}

async function partitionNames(db: Queryable): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ name: string }>(
    `select child.relname as name from pg_inherits
     join pg_class child on child.oid = inhrelid
     where inhparent = any ($1::text[]::regclass[])`,
    [partitionedTables],
  );
  return new Set(rows.map(({ name }) => name));
}

async function ensurePartition(db: Queryable, parent: string, date: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      // One statement, one transaction: the setting ends with it.
      await db.query("select set_config('lock_timeout', $1, true), ensure_partition($2::text::regclass, $3)", [
        lockTimeout,
        parent,
        date,
      ]);
      return;
    } catch (error) {
      const busy = error instanceof pg.DatabaseError && busyCodes.includes(error.code);
      if (!busy || attempt === attempts) throw error;
      await sleep(retryMs);
    }
  }
}
