import pg from "pg";
import type { PartitionedTable } from "../partitions.ts";
import { dropDays } from "./dropDays.ts";
import { type Forgotten, forgetRows, type KeptSince } from "./forgetRows.ts";
import { keptSinceMs, type Retention } from "./retention.ts";

export interface RetentionRun {
  readonly dropped: readonly string[];
  readonly forgotten: Forgotten;
  readonly failures: readonly unknown[];
}

export interface RetentionOptions {
  readonly url: string;
  readonly retention: Retention;
  /** Now, in ms since 1970, as this process knows it. */
  readonly nowMs: number;
  /** Asked between steps: what is left is done next time. */
  readonly stopped?: () => boolean;
}

// Any number that nobody else uses: "retained" in ASCII.
const lockKey = "8243122667893089636";

/**
 * Drops the days that are past their retention, and forgets what belonged to them. Ingest goes on meanwhile: no lock that a
 * writer needs is held or queued for.
 *
 * The earlier of two clocks counts, the process's and the database's: one that is wrong, and ahead, must not cost data.
 *
 * @returns undefined if another process is at it
 */
export async function applyRetention(options: RetentionOptions): Promise<RetentionRun | undefined> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: "detectql retention",
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    // Rather give up and try again than let others queue behind.
    lock_timeout: 2_000,
    statement_timeout: 600_000,
  });
  // Told by the statement under way as well.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ taken: boolean; ms: number }>(
      "select pg_try_advisory_lock($1) as taken, floor(extract(epoch from now()) * 1000)::float8 as ms",
      [lockKey],
    );
    const [row] = rows;
    if (row?.taken !== true) return undefined;
    return await retain(client, options, Math.min(options.nowMs, row.ms));
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function retain(client: pg.Client, options: RetentionOptions, nowMs: number): Promise<RetentionRun> {
  const { retention, stopped = () => false } = options;
  const since = (days: number | undefined) => (days === undefined ? undefined : keptSinceMs(nowMs, days));
  const daysSince = { event: since(retention.events), detection: since(retention.detections) };
  const { dropped, failures } = await dropDays(client, { keptSinceMs: daysSince, stopped });
  // What belongs to a day goes after it, never before.
  const goneSince = (table: PartitionedTable) => (failures.has(table) ? undefined : daysSince[table]);
  const rows: KeptSince = {
    clientIds: goneSince("event"),
    activities: goneSince("detection"),
    auditEntries: since(retention.audit),
    eventKinds: since(retention.counts),
  };
  const forgotten = await forgetRows(client, rows, stopped);
  return { dropped, forgotten, failures: [...failures.values()] };
}
