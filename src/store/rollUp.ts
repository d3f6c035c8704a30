import type { Database } from "./connect.ts";
import { inTransaction } from "./queryable.ts";
import { addToRollups } from "./statements/addToRollups.ts";
import { lockRollupProgress } from "./statements/lockRollupProgress.ts";
import { selectStaleRollups, type StaleRollup } from "./statements/selectStaleRollups.ts";

/** At most so many numbers of the sequence in one transaction: locks, log and time stay small however much there is to catch up. */
const chunk = 50_000n;

export interface RollUpOptions {
  /** Asked between transactions. */
  readonly stopped?: () => boolean;
  readonly chunk?: bigint;
}

/**
 * Brings the roll-ups of every tenant up to date. Several processes may do so at once, and be killed at it: what is
 * added, and up to which sequence, is committed together.
 */
export async function rollUp({ pool }: Pick<Database, "pool">, options: RollUpOptions = {}): Promise<void> {
  for (const stale of await selectStaleRollups(pool)) await rollUpTenant({ pool }, stale, options);
}

async function rollUpTenant(
  { pool }: Pick<Database, "pool">,
  { tenantId, last }: StaleRollup,
  { stopped = () => false, chunk: most = chunk }: RollUpOptions,
): Promise<void> {
  for (let done = false; !done && !stopped();) {
    done = await inTransaction(pool, async (db) => {
      const after = await lockRollupProgress(db, tenantId);
      // Another process is at it.
      if (after === undefined) return true;
      // The sequence follows the order of commits: whoever saw `last` sees all detections up to it.
      const upTo = after + most < last ? after + most : last > after ? last : after;
      await addToRollups(db, tenantId, { after, upTo });
      return upTo >= last;
    });
  }
}
