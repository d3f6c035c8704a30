import type { Day } from "./retention/days.ts";
import { type PartitionedTable, partitionedTables } from "./partitions.ts";

/** How the keeping of days goes: what is counted since the start, and what was there when it was last looked at. */
export interface Upkeep {
  readonly tables: readonly TableUpkeep[];
  /** Runs that failed, in part or whole. */
  readonly failures: number;
  /** When days were last made, looked at and dropped without a failure, in ms since 1970; undefined before the first time. */
  readonly lastRunMs: number | undefined;
}

export interface TableUpkeep {
  readonly table: PartitionedTable;
  /** Days that there are. */
  readonly days: number;
  /** Days after today, without a gap, that have a place already. */
  readonly daysAhead: number;
  /** Days that this process has dropped. */
  readonly dropped: number;
}

/** With fewer days ahead than this somebody should look: they are made a week ahead, every hour. */
export const fewDaysAhead = 3;

const dayMs = 86_400_000;

/** What is said of a table, from the days that it has. */
export function upkeepOf(days: readonly Day[], nowMs: number, dropped: readonly string[]): readonly TableUpkeep[] {
  return partitionedTables.map((table) => {
    const present = new Set(
      days.filter(({ parent, state }) => parent === table && state === "attached").map(({ startMs }) => startMs),
    );
    const today = Math.floor(nowMs / dayMs) * dayMs;
    let daysAhead = 0;
    while (present.has(today + (daysAhead + 1) * dayMs)) daysAhead++;
    const gone = dropped.filter((name) => name.startsWith(`${table}_`)).length;
    return { table, days: present.size, daysAhead: present.has(today) ? daysAhead : 0, dropped: gone };
  });
}
