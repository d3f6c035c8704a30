import type { ClientBase, Pool, PoolClient } from "pg";

/** What runs a statement: the pool, a client or a transaction. */
export type Queryable = Pick<ClientBase, "query">;

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(pool: Pool, work: (db: PoolClient) => Promise<T>, begin = "begin"): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // While a client is lent the pool does not listen: a lost connection would end the process.
  const lost = (error: Error) => {
    broken = error;
  };
  client.on("error", lost);
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    // A connection that cannot roll back is not fit for the pool.
    await client.query("rollback").catch((cause: unknown) => {
      broken = new Error("rollback failed", { cause });
    });
    throw error;
  } finally {
    client.off("error", lost);
    client.release(broken);
  }
}

/** Runs reads in one snapshot: what they see is of one moment. */
export const inSnapshot = <T>(pool: Pool, read: (db: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, read, "begin isolation level repeatable read read only");
