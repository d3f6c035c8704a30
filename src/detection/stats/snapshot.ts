import { type Database, inSnapshot, type Queryable } from "../../store/index.ts";

/** Runs reads that are asked for together in one snapshot, one after the other: figures side by side agree. */
export type Snapshot = <T>(read: Read<T>) => Promise<T>;

/** A read of the snapshot. */
export type Read<T> = (db: Queryable) => Promise<T>;

interface Waiting {
  readonly run: (db: Queryable) => Promise<void>;
  readonly fail: (error: unknown) => void;
}

export function createSnapshot({ reads }: Pick<Database, "reads">): Snapshot {
  let queue: Waiting[] = [];
  return (read) =>
    new Promise((resolve, reject) => {
      const run = async (db: Queryable) => resolve(await read(db));
      queue.push({ run, fail: reject });
      if (queue.length > 1) return;
      // After everything that is asked for in this turn.
      setImmediate(() => {
        const together = queue;
        queue = [];
        void runAll(reads, together);
      });
    });
}

/** What fails ends the transaction: those after it begin another. */
async function runAll(pool: Database["reads"], waiting: readonly Waiting[]): Promise<void> {
  for (let next = 0; next < waiting.length;) {
    try {
      await inSnapshot(pool, async (db) => {
        for (; next < waiting.length; next += 1) await waiting[next]?.run(db);
      });
    } catch (error) {
      waiting[next]?.fail(error);
      next += 1;
    }
  }
}
