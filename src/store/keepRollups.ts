import type { Database } from "./connect.ts";
import { rollUp } from "./rollUp.ts";

export interface RollupKeeper {
  /** Ends after the transaction under way. */
  readonly stop: () => Promise<void>;
}

/** Brings the roll-ups up to date every so often. What is not in them meanwhile is counted where it lies: nothing waits for this. */
export function keepRollups(database: Database, onFailure: (error: unknown) => void, everyMs = 2_000): RollupKeeper {
  let stopped = false;
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    // One after the other: catching up may take longer than a turn.
    running ??= rollUp(database, { stopped: () => stopped })
      .catch(onFailure)
      .finally(() => (running = undefined));
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
