import { expect, test } from "vitest";
import { ensurePartitions } from "../../src/store/partitions.ts";
import { createUuidSource, uuidFloor } from "../../src/store/uuid.ts";
import { cloneDatabase, useDatabase } from "../setup/database.ts";

const nowMs = Date.UTC(2026, 10, 23, 23, 59, 59, 999);
const dayMs = 86_400_000;
const database = useDatabase();

test("partitions are made for the days around now, once", async () => {
  const { pool } = database();
  const made = await ensurePartitions(pool, { nowMs, daysBehind: 1, daysAhead: 2 });
  const days = ["20261122", "20261123", "20261124", "20261125"];
  expect(made).toEqual([...days.map((day) => `event_${day}`), ...days.map((day) => `detection_${day}`)]);
  expect(await ensurePartitions(pool, { nowMs, daysBehind: 1, daysAhead: 2 })).toEqual([]);
});

test("the next day only its own is missing", async () => {
  const { pool } = database();
  await ensurePartitions(pool, { nowMs, daysBehind: 0, daysAhead: 5 });
  const made = await ensurePartitions(pool, { nowMs: nowMs + dayMs, daysBehind: 0, daysAhead: 5 });
  expect(made).toEqual(["event_20261129", "detection_20261129"]);
});

test.each([
  { ms: Date.UTC(2026, 10, 22), partition: "event_20261122", because: "a day begins at midnight UTC" },
  { ms: Date.UTC(2026, 10, 23) - 1, partition: "event_20261122", because: "it ends just before the next" },
  { ms: Date.UTC(2026, 10, 23), partition: "event_20261123", because: "the next day begins" },
])("an event of $ms ms goes to $partition: $because", async ({ ms, partition }) => {
  const { pool } = database();
  await ensurePartitions(pool, { nowMs });
  const { rows } = await pool.query(
    `insert into event (id, tenant_id, time, record) values ($1, 1, now(), '{}') returning tableoid::regclass::text as name`,
    [createUuidSource()(ms)],
  );
  expect(rows).toEqual([{ name: `part.${partition}` }]);
});

test("uuidFloor is the database's uuid_floor", async () => {
  const { rows } = await database().pool.query("select uuid_floor($1) as floor", [new Date(nowMs)]);
  expect(rows).toEqual([{ floor: uuidFloor(nowMs) }]);
});

test("several processes may make them at once", async () => {
  const clones = await cloneDatabase();
  try {
    await Promise.all(Array.from({ length: 4 }, () => ensurePartitions(clones.pool, { nowMs })));
    const { rows } = await clones.pool.query(
      "select count(*)::int as count from pg_inherits join pg_class c on c.oid = inhparent where c.relkind = 'p'",
    );
    expect(rows).toEqual([{ count: 20 }]);
  } finally {
    await clones.close();
  }
});

test("a writer at work does not hold it up, nor it the writer", async () => {
  const { pool } = database();
  await ensurePartitions(pool, { nowMs });
  const writer = await pool.connect();
  try {
    await writer.query("begin");
    await writer.query("insert into event (id, tenant_id, time, record) values ($1, 1, now(), '{}')", [
      createUuidSource()(nowMs),
    ]);
    expect(await ensurePartitions(pool, { nowMs: nowMs + 30 * dayMs, daysBehind: 0, daysAhead: 0 })).toHaveLength(2);
    await writer.query("commit");
  } finally {
    writer.release();
  }
});

test("a lock that another holds for a moment is waited for", async () => {
  const { pool } = database();
  const other = await pool.connect();
  try {
    await other.query("begin");
    await other.query("lock table event in access exclusive mode");
    const making = ensurePartitions(pool, { nowMs: nowMs + 60 * dayMs, daysBehind: 0, daysAhead: 0 });
    // Longer than one attempt waits.
    await other.query("select pg_sleep(2.3)");
    await other.query("commit");
    expect(await making).toHaveLength(2);
  } finally {
    other.release();
  }
});
