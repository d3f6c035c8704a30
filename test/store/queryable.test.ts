import { expect, test } from "vitest";
import { inTransaction } from "../../src/store/queryable.ts";
import { useDatabase } from "../setup/database.ts";

const database = useDatabase();

test("a connection that is lost in a transaction fails it, and nothing else", async () => {
  const { pool } = database();
  const lost = inTransaction(pool, async (db) => {
    const { rows } = await db.query<{ pid: number }>("select pg_backend_pid() as pid");
    await pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    await db.query("select pg_sleep(1)");
  });
  // What it says depends on whether the end of the connection or the next query comes first.
  await expect(lost).rejects.toThrow(/terminat|connection error/i);
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("a transaction that fails leaves nothing", async () => {
  const { pool } = database();
  const failed = inTransaction(pool, async (db) => {
    await db.query("insert into tenant (name) values ('ghost')");
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect((await pool.query("select 1 from tenant where name = 'ghost'")).rows).toEqual([]);
});
