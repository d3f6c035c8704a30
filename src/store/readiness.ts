import type { Pool } from "pg";
import { type Outage, outageOf } from "./outage.ts";

/**
 * So many numbers need about 700 kB, which `work_mem` does not have: PostgreSQL writes them to a temporary file. That is
 * the cheapest question that a full disk answers with an error; it touches no table and writes no log.
 */
const probe = `
  begin;
  set local work_mem = '64kB';
  select count(*) from generate_series(1, 50000);
  commit`;

const readOnly = "select current_setting('transaction_read_only') = 'on' as is";

/** Whether the database could take events now: it answers, may be written to, and its disk has room. @returns why not */
export async function findOutage(pool: Pool): Promise<Outage | undefined> {
  try {
    const client = await pool.connect();
    let broken = true;
    try {
      const { rows } = await client.query<{ is: boolean }>(readOnly);
      if (rows[0]?.is !== true) await client.query(probe);
      broken = false;
      return rows[0]?.is === true ? "read-only" : undefined;
    } finally {
      // What failed in the middle of its transaction is not fit for the pool.
      client.release(broken);
    }
  } catch (error) {
    return outageOf(error) ?? "unreachable";
  }
}
