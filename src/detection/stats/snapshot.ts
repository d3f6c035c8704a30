import {
  type Database,
  inSnapshot,
  type Queryable,
  type RollupProgress,
  selectRollupProgress,
} from "../../store/index.ts";

/** Runs reads that are asked for together in one snapshot, one after the other: figures side by side agree. */
export type Snapshot = <T>(read: Read<T>) => Promise<T>;

/** A read of the snapshot. */
export type Read<T> = (moment: Moment) => Promise<T>;

/** What reads of one snapshot share. */
export interface Moment {
  readonly db: Queryable;
  /** Asked once. */
  readonly progress: () => Promise<RollupProgress>;
}

interface Waiting {
  readonly run: Read<void>;
  readonly fail: (error: unknown) => void;
}

export function createSnapshot({ reads }: Pick<Database, "reads">, tenantId: number): Snapshot {
  let queue: Waiting[] = [];
  return (read) =>
    new Promise((resolve, reject) => {
      const run = async (moment: Moment) => resolve(await read(moment));
      queue.push({ run, fail: reject });
      if (queue.length > 1) return;
      // After everything that is asked for in this turn.
      setImmediate(() => {
        const together = queue;
        queue = [];
        void runAll(reads, tenantId, together);
      });
    });
}

/** What fails ends the transaction: those after it begin another. */
async function runAll(pool: Database["reads"], tenantId: number, waiting: readonly Waiting[]): Promise<void> {
  for (let next = 0; next < waiting.length;) {
    try {
      await inSnapshot(pool, async (db) => {
        let asked: Promise<RollupProgress> | undefined;
        const progress = () => (asked ??= selectRollupProgress(db, tenantId));
        for (; next < waiting.length; next += 1) await waiting[next]?.run({ db, progress });
      });
    } catch (error) {
      waiting[next]?.fail(error);
      next += 1;
    }
  }
}
