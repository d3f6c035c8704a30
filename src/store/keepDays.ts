import type { Clock } from "../std/index.ts";
import type { Database } from "./connect.ts";
import { ensurePartitions } from "./partitions.ts";
import { applyRetention } from "./retention/applyRetention.ts";
import { type Day, selectDays } from "./retention/days.ts";
import { printRun, retentionFailure } from "./retention/printRun.ts";
import type { Retention } from "./retention/retention.ts";
import { type Upkeep, upkeepOf } from "./upkeep.ts";

export interface KeepOptions {
  readonly database: Database;
  /** Of the same database, for the connection that drops. */
  readonly url: string;
  readonly clock: Clock;
  readonly retention: Retention;
  /** Told what was dropped. */
  readonly log: (message: string) => void;
  /** Told of failures; what failed is tried again a minute later. */
  readonly onFailure: (error: unknown) => void;
}

export interface Keeper {
  /** As of now. */
  readonly upkeep: () => Upkeep;
  /** Makes and drops what is due, if the clock says that it is time. One at a time: a call meanwhile waits for the same. */
  readonly tick: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * Makes the partitions of the coming days, and drops those that are past their retention: now, and every hour by the clock.
 *
 * The clock is looked at every minute, so that a process that slept, or a clock that was set, waits no longer than that.
 * (Ingest waits not even so long: see `retryWithPartitions`.)
 */
export async function keepDays(options: KeepOptions): Promise<Keeper> {
  const { clock, onFailure } = options;
  const state: State = { days: await makeDays(options), dropped: [], failures: 0, lastRunMs: undefined, failed: true };
  let stopped = false;
  let running: Promise<void> | undefined;

  const run = async (): Promise<void> => {
    try {
      await keepOnce(options, state, () => stopped);
    } catch (error) {
      if (stopped) return;
      state.failures++;
      state.failed = true;
      onFailure(error);
    }
  };
  const tick = async (): Promise<void> => {
    if (running === undefined && !isDue(state, clock().getTime())) return;
    running ??= run().finally(() => {
      running = undefined;
    });
    await running;
  };
  // In the background: what is to be dropped may be much, and the service need not wait for it.
  void tick();
  const timer = setInterval(() => void tick(), minuteMs).unref();
  return {
    upkeep: () => {
      const { days, dropped, failures, lastRunMs } = state;
      return { tables: upkeepOf(days, clock().getTime(), dropped), failures, lastRunMs };
    },
    tick,
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

interface State {
  days: readonly Day[];
  readonly dropped: string[];
  failures: number;
  lastRunMs: number | undefined;
  /** The last run has not got to its end; at the start, there was none. */
  failed: boolean;
}

/** An hour after the last run, after midnight, when the clock was set back, or when it failed. */
function isDue({ lastRunMs, failed }: State, nowMs: number): boolean {
  if (failed || lastRunMs === undefined) return true;
  return Math.abs(nowMs - lastRunMs) >= hourMs || Math.floor(nowMs / dayMs) !== Math.floor(lastRunMs / dayMs);
}

async function makeDays({ database, clock }: KeepOptions): Promise<readonly Day[]> {
  await ensurePartitions(database.pool, { nowMs: clock().getTime() });
  return await selectDays(database.pool);
}

async function keepOnce(options: KeepOptions, state: State, stopped: () => boolean): Promise<void> {
  const nowMs = options.clock().getTime();
  state.days = await makeDays(options);
  const { url, retention } = options;
  const run = await applyRetention({ url, retention, nowMs, stopped });
  if (run !== undefined) {
    state.dropped.push(...run.dropped);
    state.days = await selectDays(options.database.pool);
    const line = printRun(run);
    if (line !== undefined) options.log(line);
    if (run.failures.length > 0) throw retentionFailure(run.failures);
  }
  state.lastRunMs = nowMs;
  state.failed = false;
}
