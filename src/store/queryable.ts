import type { ClientBase, Pool, PoolClient } from "pg";
import { UnknownCommit } from "./unknownCommit.ts";

/** What runs a statement: the pool, a client or a transaction. */
export type Queryable = Pick<ClientBase, "query">;

export interface TransactionOptions {
  /** The statement that begins it. */
  readonly begin?: string;
  /** After which the connection is cut, whatever it waits for. Without it, patience ends with that of the statements. */
  readonly timeoutMs?: number;
}

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws.
 *
 * @throws UnknownCommit if no answer came to the commit
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (db: PoolClient) => Promise<T>,
  { begin = "begin", timeoutMs }: TransactionOptions = {},
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  let released = false;
  // While a client is lent the pool does not listen: a lost connection would end the process.
  const lost = (error: Error) => {
    broken = error;
  };
  const release = () => {
    if (released) return;
    released = true;
    client.off("error", lost);
    client.release(broken);
  };
  client.on("error", lost);
  const patience =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          broken = new Error(`no answer within ${timeoutMs} ms`);
          release();
        }, timeoutMs);
  try {
    await client.query(begin);
    const result = await work(client);
    await commit(client);
    return result;
  } catch (error) {
    // A connection that cannot roll back is not fit for the pool.
    await client.query("rollback").catch((cause: unknown) => {
      broken = new Error("rollback failed", { cause });
    });
    throw error;
  } finally {
    clearTimeout(patience);
    release();
  }
}

async function commit(client: PoolClient): Promise<void> {
  try {
    await client.query("commit");
  } catch (cause) {
    throw new UnknownCommit("the database did not say whether it has stored", { cause });
  }
}

const forValues = "set local plan_cache_mode = auto; set local enable_seqscan = on; set local enable_bitmapscan = on";

/** From here on a transaction of `reads` plans each statement for its values: those whose best way depends on them. */
export const planForValues = async (db: Queryable): Promise<void> => {
  await db.query(forValues);
};

/** Runs such reads, in one transaction but not in one snapshot. */
export const plannedForValues = <T>(pool: Pool, read: (db: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, read, { begin: `begin read only; ${forValues}` });

/** Runs reads in one snapshot: what they see is of one moment. */
export const inSnapshot = <T>(pool: Pool, read: (db: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, read, { begin: "begin isolation level repeatable read read only" });
