import { expect, test } from "vitest";
import { planForValues, type Queryable } from "../../src/store/queryable.ts";
import { runKept } from "../../src/store/runKept.ts";
import { useDatabase } from "../setup/database.ts";

const database = useDatabase();

const text = "select id from detection d where d.tenant_id = $1 and d.id >= $2";
const day = "01a1ef54-0000-7000-8000-000000000000";

/** How often a connection has planned the statement for all values, and for some. */
async function plans(db: Queryable) {
  const { rows } = await db.query<object>(
    "select generic_plans::int as all, custom_plans::int as some from pg_prepared_statements where statement = $1",
    [text],
  );
  return rows;
}

test("a read that is asked again keeps its name, and its plan for all values", async () => {
  const client = await database().reads.connect();
  try {
    for (const id of [day, day, day]) await runKept(client, text, [1, id]);
    expect(await plans(client)).toEqual([{ all: 3, some: 0 }]);
  } finally {
    client.release(true);
  }
});

test("a transaction that says so plans for its values, and only it does", async () => {
  const client = await database().reads.connect();
  try {
    await client.query("begin");
    await planForValues(client);
    await runKept(client, text, [1, day]);
    await client.query("commit");
    expect(await plans(client)).toEqual([{ all: 0, some: 1 }]);
    await runKept(client, text, [1, day]);
    expect(await plans(client)).toEqual([{ all: 1, some: 1 }]);
  } finally {
    client.release(true);
  }
});

test("what comes after the first hundred texts is answered too, without a name", async () => {
  const client = await database().reads.connect();
  try {
    for (let place = 0; place < 120; place++)
      expect(await runKept(client, `select $1::int + ${place} as sum`, [1])).toEqual([{ sum: place + 1 }]);
    const { rows } = await client.query("select count(*)::int as count from pg_prepared_statements");
    expect(rows).toEqual([{ count: 100 - 1 }]);
  } finally {
    client.release(true);
  }
});
