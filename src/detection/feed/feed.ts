import {
  type Database,
  detectionsChannel,
  listen,
  type Listener,
  notifyDetections,
  selectLastSequences,
} from "../../store/index.ts";
import { atMostEvery } from "./atMostEvery.ts";

/** Tells readers that wait at the end of a tenant's detections when there are more: from whichever process. */
export interface Feed {
  /** Waits until there are detections beyond a sequence, or until the signal. */
  readonly beyond: (tenantId: number, sequence: bigint, signal: AbortSignal) => Promise<void>;
  /** Told of what failed in the background, that of a reader who tries again included. */
  readonly onFailure: (error: unknown) => void;
  /** This process has committed detections of a tenant. */
  readonly announce: (tenantId: number) => void;
  readonly stop: () => Promise<void>;
}

export interface FeedOptions {
  readonly database: Database;
  /** Of the same database, for the connection that listens. */
  readonly url: string;
  readonly onFailure: (error: unknown) => void;
  /** Notifications may be lost, or not be passed on by a pooler: so often it is asked without one. */
  readonly pollMs?: number;
  /** Between two questions, and between two notifications. */
  readonly pauseMs?: number;
}

interface Waiter {
  readonly tenantId: number;
  readonly sequence: bigint;
  readonly wake: () => void;
}

/** One connection listens, once somebody waits; one question at a time is asked, for all who wait. */
export function createFeed({ database, url, onFailure, pollMs = 2_000, pauseMs = 200 }: FeedOptions): Feed {
  const waiters = new Set<Waiter>();
  const untold = new Set<number>();
  let listener: Listener | undefined;
  let poll: NodeJS.Timeout | undefined;
  let isStopped = false;

  const look = atMostEvery(pauseMs, onFailure, async () => {
    if (waiters.size === 0) return;
    const last = await selectLastSequences(database.pool, [...new Set([...waiters].map(({ tenantId }) => tenantId))]);
    for (const { tenantId, sequence, wake } of waiters) if ((last.get(tenantId) ?? 0n) > sequence) wake();
  });
  const tell = atMostEvery(pauseMs, onFailure, async () => {
    const tenantIds = [...untold];
    untold.clear();
    for (const tenantId of tenantIds) await notifyDetections(database.pool, tenantId);
  });
  const attend = () => {
    if (isStopped) return;
    listener ??= listen(url, detectionsChannel, { notification: look.soon, connect: look.soon });
    poll ??= setInterval(look.soon, pollMs);
  };

  return {
    onFailure,
    beyond: (tenantId, sequence, signal) =>
      new Promise((resolve) => {
        const waiter: Waiter = { tenantId, sequence, wake: () => end() };
        const end = () => {
          waiters.delete(waiter);
          signal.removeEventListener("abort", end);
          resolve();
        };
        signal.addEventListener("abort", end);
        waiters.add(waiter);
        if (signal.aborted) end();
        attend();
        // What was committed since it last read has been told already.
        look.soon();
      }),
    announce: (tenantId) => {
      untold.add(tenantId);
      tell.soon();
      look.soon();
    },
    // Who waits goes on waiting for its signal.
    stop: async () => {
      isStopped = true;
      clearInterval(poll);
      await Promise.all([look.stop(), tell.stop(), listener?.stop()]);
    },
  };
}
