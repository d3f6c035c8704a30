import { expect, onTestFinished, test } from "vitest";
import { type ConnectOptions, connect } from "../../src/store/connect.ts";
import { cloneDatabase, createDatabase, useDatabase } from "../setup/database.ts";

const database = useDatabase();

test.each([
  { sql: "9007199254740993::int8", value: 9_007_199_254_740_993n, because: "a bigint is exact" },
  { sql: "7::int4", value: 7, because: "an int is a number" },
  { sql: "'2026-11-23T07:49:12.345Z'::timestamptz", value: new Date("2026-11-23T07:49:12.345Z"), because: "to the ms" },
  { sql: "'2026-11-23'::date", value: "2026-11-23", because: "a day has no zone" },
  { sql: "'\\x00ff'::bytea", value: Buffer.from([0, 255]), because: "bytes are bytes" },
])("$sql comes as $value: $because", async ({ sql, value }) => {
  const { rows } = await database().pool.query(`select ${sql} as value`);
  expect(rows).toEqual([{ value }]);
});

test("Prisma speaks through the same pool", async () => {
  const { pool, prisma } = database();
  const { rows } = await pool.query("select pg_backend_pid()::int as pid");
  expect(await prisma.$queryRaw`select pg_backend_pid()::int as pid`).toEqual(rows);
  expect(await prisma.tenant.findMany({ select: { name: true, rulesVersion: true } })).toEqual([
    { name: "default", rulesVersion: 0n },
  ]);
});

async function open(options: Partial<ConnectOptions> = {}) {
  const opened = connect(await createDatabase(), { onError: () => undefined, ...options });
  onTestFinished(() => opened.close());
  return opened;
}

test("a statement that takes too long is cancelled", async () => {
  const { pool } = await open({ statementTimeoutMs: 50 });
  await expect(pool.query("select pg_sleep(5)")).rejects.toThrow("statement timeout");
});

test("an idle connection that breaks is told, and the next statement gets another", async () => {
  const errors: Error[] = [];
  const { pool } = await open({ onError: (error) => errors.push(error) });
  const { rows } = await pool.query<{ pid: number }>("select pg_backend_pid()::int as pid");
  await database().pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
});

test("closing drops nothing that was asked for before", async () => {
  const { pool, close } = await cloneDatabase();
  const answer = pool.query("select pg_sleep(0.1), 1 as one");
  await pool.query("select 1");
  await close();
  expect((await answer).rows).toMatchObject([{ one: 1 }]);
});
