import type { Clock } from "../std/index.ts";
import type { Database } from "./connect.ts";
import { ensurePartitions } from "./partitions.ts";

const hourMs = 3_600_000;

/** Makes the partitions of the coming days now, and again every hour. A failure then is retried an hour later: there are days left. */
export async function keepPartitions(
  { pool }: Database,
  clock: Clock,
  onFailure: (error: unknown) => void,
): Promise<{ readonly stop: () => Promise<void> }> {
  const ensure = () => ensurePartitions(pool, { nowMs: clock().getTime() });
  await ensure();
  let running: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    running = ensure().catch(onFailure);
  }, hourMs).unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
