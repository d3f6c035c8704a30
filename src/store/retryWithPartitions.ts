import pg from "pg";
import { ensurePartitions } from "./partitions.ts";

/** check_violation: what a partitioned table answers for a row that no partition takes. */
const noPartition = "23514";

/** Runs `work`; if a partition is missing (the clock has jumped, the machine has slept), makes those of now and runs it again. */
export async function retryWithPartitions<T>(pool: pg.Pool, now: Date, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === noPartition)) throw error;
    await ensurePartitions(pool, { nowMs: now.getTime() });
    return await work();
  }
}
