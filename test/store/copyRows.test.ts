import { expect, test } from "vitest";
import { column } from "../../src/store/copy/copyMessages.ts";
import { copyRows } from "../../src/store/copy/copyRows.ts";
import {
  bigint,
  boolean,
  int,
  json,
  smallint,
  text,
  textArray,
  timestamptz,
  uuid,
} from "../../src/store/copy/fields.ts";
import { connect } from "../../src/store/connect.ts";
import { inTransaction, type Queryable } from "../../src/store/queryable.ts";
import { useDatabase } from "../setup/database.ts";

const database = useDatabase();

interface Row {
  readonly value: unknown;
}

/** Copies values to a table with one column of a type, and reads them back as text. */
async function roundTrip<Value>(
  type: string,
  field: Parameters<typeof column<Row, Value>>[1],
  values: readonly Value[],
) {
  return await inTransaction(database().pool, async (db) => {
    await db.query(`create temp table copied (place serial, value ${type}) on commit drop`);
    const columns = [column("value", field, (row: Row) => row.value as Value | null)];
    await copyRows(
      db,
      "copied",
      [...values, null].map((value) => ({ value })),
      columns,
    );
    const { rows } = await db.query<{ value: string | null }>("select value::text from copied order by place");
    return rows.map(({ value }) => value);
  });
}

const long = "é😀x".repeat(200_000);

test.each([
  { type: "smallint", field: smallint, values: [0, -32_768, 32_767], read: ["0", "-32768", "32767"] },
  { type: "integer", field: int, values: [2 ** 31 - 1, -(2 ** 31)], read: ["2147483647", "-2147483648"] },
  { type: "bigint", field: bigint, values: [2n ** 63n - 1n], read: ["9223372036854775807"] },
  { type: "boolean", field: boolean, values: [true, false], read: ["true", "false"] },
  {
    type: "uuid",
    field: uuid,
    values: ["019a9fc2-5c7f-7d0c-9a4e-2f6b8e1d3c5a"],
    read: ["019a9fc2-5c7f-7d0c-9a4e-2f6b8e1d3c5a"],
  },
  { type: "text", field: text, values: ["", "a\tb\\.\n", "\0", long], read: ["", "a\tb\\.\n", "\u{FFFD}", long] },
  { type: "text", field: json, values: ['{"a":"\\u0000"}'], read: ['{"a":"\\u0000"}'] },
  { type: "text[]", field: textArray, values: [[], ["a", "", 'b,"{}\0é']], read: ["{}", '{a,"","b,\\"{}\u{FFFD}é"}'] },
] as const)("values of $type arrive as they are, and null as null", async ({ type, field, values, read }) => {
  expect(await roundTrip<never>(type, field as never, values as never)).toEqual([...read, null]);
});

test.each([
  { iso: "1970-01-01T00:00:00.123Z", because: "it lies before 2000, where PostgreSQL begins to count" },
  { iso: "2026-11-23T12:00:00.999Z", because: "milliseconds are kept" },
  { iso: "9999-12-31T23:59:59.999Z", because: "it is far away" },
])("$iso arrives as it is: $because", async ({ iso }) => {
  const { rows } = await inTransaction(database().pool, async (db) => {
    await db.query("create temp table times (value timestamptz) on commit drop");
    await copyRows(db, "times", [new Date(iso)], [column("value", timestamptz, (value: Date) => value)]);
    return await db.query<{ value: Date }>("select value from times");
  });
  expect(rows.map(({ value }) => value.toISOString())).toEqual([iso]);
});

const numbers = [column("value", int, (value: number) => value)];
const many = Array.from({ length: 200_000 }, (_, i) => i);

/** A table that takes no 70,000: the statement fails while rows are still being sent. */
const makePicky = (db: Queryable) =>
  db.query("create temp table picky (value int check (value <> 70000)) on commit drop");

test("more rows than one message takes arrive, all of them once", async () => {
  const { rows } = await inTransaction(database().pool, async (db) => {
    await db.query("create temp table many (value int) on commit drop");
    await copyRows(db, "many", many, numbers);
    return await db.query<{ n: number; distinct: number }>(
      "select count(*)::int as n, count(distinct value)::int as distinct from many",
    );
  });
  expect(rows).toEqual([{ n: many.length, distinct: many.length }]);
});

test("a row that is refused in the middle is an error, and the connection goes on", async () => {
  const client = await database().pool.connect();
  try {
    await client.query("begin");
    await makePicky(client);
    await expect(copyRows(client, "picky", many, numbers)).rejects.toMatchObject({ code: "23514" });
    await client.query("rollback");
    expect((await client.query<{ one: number }>("select 1 as one")).rows).toEqual([{ one: 1 }]);
  } finally {
    client.release();
  }
});

test("a value that cannot be written is an error, and the connection goes on", async () => {
  const client = await database().pool.connect();
  try {
    await client.query("begin");
    await makePicky(client);
    await expect(copyRows(client, "picky", [1, 2 ** 40], numbers)).rejects.toThrow(RangeError);
    await client.query("rollback");
    expect((await client.query<{ one: number }>("select 1 as one")).rows).toEqual([{ one: 1 }]);
  } finally {
    client.release();
  }
});

test("a table that is not there is an error, and the connection goes on", async () => {
  const client = await database().pool.connect();
  try {
    await expect(copyRows(client, "nowhere", many, numbers)).rejects.toMatchObject({ code: "42P01" });
    expect((await client.query<{ one: number }>("select 1 as one")).rows).toEqual([{ one: 1 }]);
  } finally {
    client.release();
  }
});

test("a connection that is lost in the middle is an error", async () => {
  // There before it is needed: what is copied never ends, and leaves others little time.
  const killer = await database().pool.connect();
  const lost = inTransaction(database().pool, async (db) => {
    await db.query("create temp table endless (value int) on commit drop");
    const { rows } = await db.query<{ pid: number }>("select pg_backend_pid() as pid");
    const endless = (function* () {
      for (let i = 0; ; i++) yield i % 1_000;
    })();
    await Promise.all([
      copyRows(db, "endless", endless, numbers),
      killer.query("select pg_terminate_backend($1)", [rows[0]?.pid]),
    ]);
  });
  await expect(lost).rejects.toThrow();
  killer.release();
});

test("a copy that is not answered is given up when patience ends, and one that is over leaves nothing behind", async () => {
  const impatient = connect(database().url, { onError: () => undefined, statementTimeoutMs: 0, queryTimeoutMs: 300 });
  const blocker = await database().pool.connect();
  await blocker.query("create table if not exists blocked (value int)");
  await blocker.query("begin");
  await blocker.query("lock table blocked in access exclusive mode");
  const copy = () => inTransaction(impatient.pool, (db) => copyRows(db, "blocked", [1], numbers));
  await expect(copy()).rejects.toThrow("Query read timeout");
  await blocker.query("rollback");
  blocker.release();
  await copy();
  await impatient.close();
});
