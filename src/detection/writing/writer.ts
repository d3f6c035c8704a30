import { setTimeout as sleep } from "node:timers/promises";
import { type Database, isDataError, isPassing, isUniqueViolation } from "../../store/index.ts";
import { createGathering } from "./gathering.ts";
import { findStored, type Outcome, storeGroup, tenantOf } from "./storeGroup.ts";
import { createWaiting, type Waiting } from "./waiting.ts";
import type { Stored, WriteRequest, Written } from "./writeRequest.ts";

/** Stores what requests bring: many small ones in one transaction, each with an answer of its own. */
export interface Writer {
  /**
   * Answers after commit.
   *
   * @throws WritingFailure if the database does not take it in time: it may be sent again
   */
  readonly write: (request: WriteRequest) => Promise<Written>;
  /** Whether the database takes what it is given, by the last that was tried. */
  readonly isWell: () => boolean;
}

/** What one transaction has stored. */
export interface Commit {
  readonly tenantId: number;
  readonly stored: readonly Stored[];
}

export interface WriterOptions {
  readonly database: Pick<Database, "pool">;
  /** So long a request waits for a database that is slow or away. */
  readonly patienceMs: number;
  /** Told when the database stops taking what it is given. It is tried again and again. */
  readonly onFailure: (error: unknown) => void;
  /** The one place after commit, before the senders are answered. It must be quick and must not throw. */
  readonly onCommit?: (commit: Commit) => void;
}

/** Transactions at once. The second is for what fills one: small requests wait for the one under way, and so gather. */
const mostAtOnce = 2;
const pauseMs = 200;
/** So long after a failure it is better to send events to another process. */
const unwellMs = 5_000;

export function createWriter({ database, patienceMs, onFailure, onCommit }: WriterOptions): Writer {
  const gathering = createGathering();
  let running = 0;
  let failedAt: number | undefined;

  const pump = (): void => {
    while (!gathering.isEmpty() && (running === 0 || (running < mostAtOnce && gathering.isFull()))) {
      running++;
      void flush(gathering.take()).finally(() => {
        running--;
        pump();
      });
    }
  };

  const settle = (group: readonly Waiting[], outcomes: readonly Outcome[]): void => {
    if (outcomes.length > 0) failedAt = undefined;
    const stored = outcomes.map(([, written]) => written).filter((written) => written.kind === "stored");
    if (stored.length > 0) onCommit?.({ tenantId: tenantOf(group), stored });
    for (const [one, written] of outcomes) one.resolve(written);
  };

  /** Tries until it is stored, or nobody waits for it any more. */
  const flush = async (group: readonly Waiting[]): Promise<void> => {
    for (let left = stillWaiting(group); left.length > 0; left = stillWaiting(left)) {
      try {
        settle(left, await findStored(database, left));
        left = stillWaiting(left);
        if (left.length > 0) settle(left, await storeGroup(database, left, patienceMs));
      } catch (error) {
        await recover(left, error);
      }
    }
  };

  const recover = async (left: readonly Waiting[], error: unknown): Promise<void> => {
    // A commit that was not answered, and takes place only now, stands in its own way.
    const isStoredTwice = isUniqueViolation(error) && left.some(({ unsure }) => unsure);
    if (isPassing(error) || isStoredTwice) {
      if (failedAt === undefined) onFailure(error);
      failedAt = performance.now();
      await sleep(pauseMs);
    } else if (isDataError(error) && left.length > 1) {
      // One of them cannot be stored, and its neighbours must not fail with it.
      const half = Math.ceil(left.length / 2);
      await flush(left.slice(0, half));
      await flush(left.slice(half));
    } else {
      for (const one of left) one.reject(error);
    }
  };

  return {
    write: (request) =>
      new Promise((resolve, reject) => {
        gathering.add(createWaiting(request, patienceMs, { resolve, reject }));
        // Not at once: what others bring in this moment comes along.
        setImmediate(pump);
      }),
    isWell: () => failedAt === undefined || performance.now() - failedAt > unwellMs,
  };
}

const stillWaiting = (group: readonly Waiting[]): readonly Waiting[] => group.filter(({ isOver }) => !isOver());
