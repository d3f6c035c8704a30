import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { PartitionedTable } from "../partitions.ts";
import type { Queryable } from "../queryable.ts";
import { type Day, selectDays } from "./days.ts";
import { dropTable } from "./dropTable.ts";

export interface DroppedDays {
  /** Tables that are gone. */
  readonly dropped: readonly string[];
  /** What hindered, by table; the rest of that table waits for the next time. */
  readonly failures: ReadonlyMap<PartitionedTable, unknown>;
}

export interface DropOptions {
  /** Where the oldest day that is kept begins, in ms since 1970; undefined keeps all. */
  readonly keptSinceMs: Readonly<Record<PartitionedTable, number | undefined>>;
  /** Asked before each step. */
  readonly stopped: () => boolean;
  readonly attempts?: number;
  readonly retryMs?: number;
}

/** lock_not_available and deadlock_detected: somebody reads what is to go. */
const busyCodes: readonly unknown[] = ["55P03", "40P01"];

/**
 * Drops the days that are past their retention: first those that are half gone, then the oldest.
 *
 * DETACH CONCURRENTLY waits for those who read the table, and lets all others read and write meanwhile; one that is
 * interrupted, by the lock timeout or by a kill, leaves a day that no query sees and that must be finalized before
 * another can go. A day that stands by itself is then dropped.
 *
 * @param db a connection of its own, not in a transaction, with a `lock_timeout`; callers see to it that only one works at this at a time
 */
export async function dropDays(db: Queryable, options: DropOptions): Promise<DroppedDays> {
  const dropped: string[] = [];
  const failures = new Map<PartitionedTable, unknown>();
  const days = await selectDays(db);
  const halfDone = days.filter(({ state }) => state === "detaching");
  for (const day of [...halfDone, ...days.filter((one) => !halfDone.includes(one))]) {
    const sinceMs = options.keptSinceMs[day.parent];
    const isDue = sinceMs !== undefined && day.startMs < sinceMs;
    if (failures.has(day.parent) || options.stopped()) continue;
    if (!isDue && day.state !== "detaching") continue;
    try {
      await patiently(options, () => dropDay(db, day, isDue));
      if (isDue) dropped.push(day.name);
    } catch (error) {
      failures.set(day.parent, error);
    }
  }
  return { dropped, failures };
}

/** One that is not due is only finalized: it stands in the way of others. */
async function dropDay(db: Queryable, { name, parent }: Day, isDue: boolean): Promise<void> {
  // An attempt before this one may have got half the way.
  const day = (await selectDays(db)).find((one) => one.name === name);
  const table = `part.${pg.escapeIdentifier(name)}`;
  if (day?.state === "attached") await db.query(`alter table ${parent} detach partition ${table} concurrently`);
  if (day?.state === "detaching") await db.query(`alter table ${parent} detach partition ${table} finalize`);
  if (isDue && day !== undefined) await dropTable(db, day);
}

async function patiently(
  { stopped, attempts = 5, retryMs = 500 }: DropOptions,
  work: () => Promise<void>,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      const busy = error instanceof pg.DatabaseError && busyCodes.includes(error.code);
      if (!busy || attempt === attempts || stopped()) throw error;
      await sleep(retryMs);
    }
  }
}
