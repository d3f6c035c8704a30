import type { Clock } from "../std/index.ts";
import { type Database, deleteAnswers } from "../store/index.ts";

export interface LedgerOptions {
  readonly database: Pick<Database, "pool">;
  readonly clock: Clock;
  /** So long the answers to requests with a key are kept at least. */
  readonly hours: number;
  /** Told of failures; it is tried again later. */
  readonly onFailure: (error: unknown) => void;
}

const hourMs = 3_600_000;

/** Forgets the answers to requests with a key that are old enough, once an hour. */
export function keepLedger({ database, clock, hours, onFailure }: LedgerOptions): {
  readonly stop: () => Promise<void>;
} {
  let running: Promise<unknown> = Promise.resolve();
  const prune = (): void => {
    running = deleteAnswers(database.pool, new Date(clock().getTime() - hours * hourMs)).catch(onFailure);
  };
  const timer = setInterval(prune, hourMs).unref();
  prune();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
