import { createServer } from "node:net";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "../../src/store/connect.ts";
import { type Outage, outageOf } from "../../src/store/outage.ts";
import { findOutage } from "../../src/store/readiness.ts";
import { useDatabase } from "../setup/database.ts";

const database = useDatabase();

const withCode = (code: string, message = "it says so") => Object.assign(new Error(message), { code });

test.each<{ error: unknown; outage: Outage | undefined; because: string }>([
  { error: withCode("ECONNREFUSED"), outage: "unreachable", because: "nobody listens" },
  { error: new AggregateError([withCode("ECONNREFUSED")]), outage: "unreachable", because: "of all addresses" },
  { error: new Error("Connection terminated unexpectedly"), outage: "unreachable", because: "pg gives no code" },
  { error: withCode("57P03"), outage: "starting", because: "it recovers after a crash" },
  { error: withCode("57P01"), outage: "starting", because: "an administrator stops it" },
  { error: withCode("53100", "could not extend file"), outage: "disk-full", because: "no space is left" },
  { error: withCode("25006"), outage: "read-only", because: "a replica has the address now" },
  { error: withCode("53300"), outage: "busy", because: "all connections are taken" },
  { error: new Error("timeout exceeded when trying to connect"), outage: "busy", because: "the pool is used up" },
  { error: new Error("of ours", { cause: withCode("57P02") }), outage: "starting", because: "the cause counts" },
  { error: withCode("23505"), outage: undefined, because: "a duplicate stays one" },
  { error: withCode("57014"), outage: undefined, because: "a statement that takes too long would again" },
  { error: new Error("bug: no sequence"), outage: undefined, because: "a bug is no outage" },
  { error: "ECONNREFUSED", outage: undefined, because: "a text is no error" },
])("$error is $outage: $because", ({ error, outage }) => {
  expect(outageOf(error)).toBe(outage);
});

/** An address at which nobody listens. */
async function deadUrl(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return `postgresql://nobody:nothing@127.0.0.1:${port}/none`;
}

test("a database that is away is an outage to pg, to Prisma, and in a transaction of Prisma", async () => {
  const away = connect(await deadUrl(), { onError: () => undefined });
  onTestFinished(away.close);
  const asked = [
    away.pool.query("select 1"),
    away.prisma.tenant.findMany(),
    away.prisma.$transaction((db) => db.tenant.findMany()),
  ];
  const outages = (await Promise.allSettled(asked)).map((one) => one.status === "rejected" && outageOf(one.reason));
  expect(outages).toEqual(["unreachable", "unreachable", "unreachable"]);
  expect(await findOutage(away.pool)).toBe("unreachable");
});

test("a connection that is cut in the middle of its work is an outage to both", async () => {
  const { pool, prisma } = database();
  const cut = async (work: () => Promise<unknown>): Promise<Outage | undefined> => {
    const working = work().then(
      () => undefined,
      (error: unknown) => outageOf(error),
    );
    const victim = "select pid from pg_stat_activity where query like '%pg_sleep(30)%' and pid <> pg_backend_pid()";
    await expect.poll(async () => (await pool.query(victim)).rowCount).toBe(1);
    await pool.query(`select pg_terminate_backend(pid) from (${victim}) as it`);
    return await working;
  };
  expect(await cut(() => pool.query("select pg_sleep(30)"))).toBe("starting");
  expect(await cut(() => prisma.$queryRaw`select pg_sleep(30)::text`)).toBe("starting");
});

test("a database that answers and can be written to is no outage", async () => {
  expect(await findOutage(database().pool)).toBeUndefined();
});

test("the question writes to the disk, so that a full one would say so", async () => {
  const { pool } = database();
  await findOutage(pool);
  const written = async () => {
    const { rows } = await pool.query<{ bytes: bigint }>(
      "select temp_bytes as bytes from pg_stat_database where datname = current_database()",
    );
    return Number(rows[0]?.bytes);
  };
  await expect.poll(written, { timeout: 20_000 }).toBeGreaterThan(500_000);
});

test("a database that takes no changes is an outage", async () => {
  const pool = new pg.Pool({ connectionString: database().url, options: "-c default_transaction_read_only=on" });
  onTestFinished(() => pool.end());
  expect(await findOutage(pool)).toBe("read-only");
});
