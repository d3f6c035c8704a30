import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { keepDays, type KeepOptions } from "../../src/store/keepDays.ts";
import { ensurePartitions } from "../../src/store/partitions.ts";
import { applyRetention, type RetentionOptions } from "../../src/store/retention/applyRetention.ts";
import { selectDays } from "../../src/store/retention/days.ts";
import { dropDays } from "../../src/store/retention/dropDays.ts";
import { keptSinceMs, type Retention } from "../../src/store/retention/retention.ts";
import { rollUp } from "../../src/store/rollUp.ts";
import { createUuidSource } from "../../src/store/uuid.ts";
import { cloneDatabase, type TestDatabase } from "../setup/database.ts";

// The database's clock has a say in what is dropped: it must be its own.
const nowMs = Date.now();
const dayMs = 86_400_000;
const forever: Retention = { events: undefined, detections: undefined, counts: undefined, audit: undefined };
const newId = createUuidSource();

const nameOf = (table: string, daysAgo: number) =>
  `${table}_${new Date(nowMs - daysAgo * dayMs).toISOString().slice(0, 10).replaceAll("-", "")}`;

let database: TestDatabase;
beforeEach(async () => {
  database = await cloneDatabase();
  await ensurePartitions(database.pool, { nowMs, daysBehind: 5, daysAhead: 0 });
  return async () => {
    for (const close of closers.splice(0)) await close();
    await database.close();
  };
});

/** Connections of a test: closed before its database goes. */
const closers: (() => Promise<void>)[] = [];

const namesOf = async (table: string): Promise<readonly string[]> =>
  (await selectDays(database.pool)).filter(({ parent }) => parent === table).map(({ name }) => name);

const retain = (retention: Partial<Retention>, options: Partial<RetentionOptions> = {}) =>
  applyRetention({ url: database.url, nowMs, retention: { ...forever, ...retention }, ...options });

/** An event that came so many days ago, its sender's id, and a detection of it with an activity. */
async function store(daysAgo: number): Promise<{ readonly eventId: string; readonly detectionId: string }> {
  const { pool } = database;
  const [eventId, detectionId] = [newId(nowMs - daysAgo * dayMs), newId(nowMs - daysAgo * dayMs)];
  await pool.query("insert into event (id, tenant_id, time, record) values ($1, 1, now(), '{}')", [eventId]);
  await pool.query("insert into event_client_id (tenant_id, hash, event_id) values (1, $1, $2)", [
    Buffer.from(eventId),
    eventId,
  ]);
  await pool.query(
    `insert into detection (id, tenant_id, sequence, time, rule_id, revision, event_id, severity, evidence, updated_at)
     values ($1, 1, 1, now(), 1, 1, $2, 2, '{}', now())`,
    [detectionId, eventId],
  );
  await pool.query(
    `insert into detection_activity (id, tenant_id, detection_id, at, actor, kind) values ($1, 1, $2, now(), 'ann', 'STATUS')`,
    [newId(nowMs), detectionId],
  );
  return { eventId, detectionId };
}

const count = async (table: string): Promise<number> =>
  (await database.pool.query<{ count: number }>(`select count(*)::int as count from ${table}`)).rows[0]?.count ?? NaN;

test("days past their retention go, those of each table by its own, with what belonged to them", async () => {
  for (const daysAgo of [0, 3, 4, 5]) await store(daysAgo);
  const run = await retain({ events: 3, detections: 4 });
  expect(run).toEqual({
    dropped: [nameOf("detection", 5), nameOf("event", 5), nameOf("event", 4)],
    forgotten: { clientIds: 2, activities: 1, auditEntries: 0, eventKinds: 0 },
    failures: [],
  });
  expect(await namesOf("event")).toEqual([3, 2, 1, 0].map((daysAgo) => nameOf("event", daysAgo)));
  expect({ events: await count("event"), ids: await count("event_client_id") }).toEqual({ events: 2, ids: 2 });
  expect({ rows: await count("detection"), acts: await count("detection_activity") }).toEqual({ rows: 3, acts: 3 });
});

test("figures forget what lists forget", async () => {
  for (const daysAgo of [0, 5]) await store(daysAgo);
  await database.pool.query("update detection_sequence set last = 1");
  await rollUp(database);
  const counted = async () => {
    const { rows } = await database.pool.query<{ minutes: number; n: number }>(
      "select minutes, sum(count)::int as n from rollup_rule group by minutes order by minutes",
    );
    return rows.map(({ n }) => n);
  };
  expect(new Set(await counted())).toEqual(new Set([2]));
  await retain({ detections: 3 });
  expect(new Set(await counted())).toEqual(new Set([1]));
});

test("nothing is left to do the next time", async () => {
  await store(5);
  await retain({ events: 3 });
  expect(await retain({ events: 3 })).toMatchObject({ dropped: [], forgotten: { clientIds: 0 } });
});

test("forever keeps all", async () => {
  await store(5);
  expect(await retain({})).toMatchObject({ dropped: [], forgotten: { clientIds: 0, activities: 0 } });
  expect(await namesOf("event")).toHaveLength(6);
});

test("audit entries and counts go by their age", async () => {
  for (const daysAgo of [1, 9, 11])
    await database.pool.query(
      "insert into audit_entry (id, tenant_id, at, actor, action, subject) values ($1, 1, now(), 'ann', 'key.create', 'x')",
      [newId(nowMs - daysAgo * dayMs)],
    );
  for (const daysAgo of [1, 9, 11])
    await database.pool.query(
      `with field as (insert into event_kind_field (tenant_id, kind, day, field, weight) values (1, 'k', $1, 'f', 1))
       insert into event_kind_day (tenant_id, kind, day, events, sampled, weight, omitted) values (1, 'k', $1, 1, 1, 1, 0)`,
      [new Date(nowMs - daysAgo * dayMs)],
    );
  const run = await retain({ audit: 10, counts: 5 });
  expect(run?.forgotten).toEqual({ clientIds: 0, activities: 0, auditEntries: 1, eventKinds: 2 });
  expect(await count("event_kind_field")).toBe(1);
});

test("more rows than one statement takes go too", async () => {
  await database.pool.query(
    `insert into event_client_id (tenant_id, hash, event_id)
     select 1, sha256(n::text::bytea), uuid_floor(now() - interval '9 days') from generate_series(1, 12001) n`,
  );
  expect((await retain({ events: 3 }))?.forgotten.clientIds).toBe(12_001);
});

test("the earlier of two clocks counts: one that is a century ahead costs nothing", async () => {
  await store(1);
  expect(await retain({ events: 30, detections: 30 }, { nowMs: nowMs + 36_500 * dayMs })).toMatchObject({
    dropped: [],
  });
  expect(await count("event")).toBe(1);
});

test("of several processes one does it", async () => {
  const runs = await Promise.all(Array.from({ length: 4 }, () => retain({ events: 2 })));
  const names = [5, 4, 3].map((daysAgo) => nameOf("event", daysAgo));
  expect(runs.flatMap((run) => run?.dropped ?? []).toSorted()).toEqual(names.toSorted());
  expect(runs.flatMap((run) => run?.failures ?? [])).toEqual([]);
});

describe("what stands in the way", () => {
  /** As retention has it, with less patience. */
  async function connectDropper(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: database.url, lock_timeout: 100 });
    await client.connect();
    closers.push(() => client.end());
    return client;
  }
  const since = { event: keptSinceMs(nowMs, 4), detection: undefined };
  const drop = async (db: pg.Client, attempts: number) =>
    await dropDays(db, { keptSinceMs: since, stopped: () => false, attempts, retryMs: 10 });

  test("a reader that does not end: ingest goes on, and the next time the rest is done", async () => {
    await store(5);
    const reader = await database.pool.connect();
    await reader.query("begin");
    await reader.query("select count(*) from event");
    const dropper = await connectDropper();
    const { dropped, failures } = await drop(dropper, 2);
    expect(dropped).toEqual([]);
    expect(failures.get("event")).toMatchObject({ code: "55P03" });
    expect((await selectDays(database.pool))[6]).toMatchObject({ name: nameOf("event", 5), state: "detaching" });

    // Half done, it hinders neither writers nor the days to come.
    await store(0);
    await ensurePartitions(database.pool, { nowMs: nowMs + 20 * dayMs, daysBehind: 0, daysAhead: 0 });
    expect(await count("event")).toBe(1);

    await reader.query("commit");
    reader.release();
    expect(await drop(dropper, 2)).toEqual({ dropped: [nameOf("event", 5)], failures: new Map() });
  });

  test("a day that was detached and not dropped, by a process that was killed, is dropped", async () => {
    await database.pool.query(`alter table event detach partition part.${nameOf("event", 5)}`);
    expect((await drop(await connectDropper(), 1)).dropped).toEqual([nameOf("event", 5)]);
  });

  test("a day in limbo that is not due is set free and kept", async () => {
    const reader = await database.pool.connect();
    await reader.query("begin");
    await reader.query("select count(*) from event");
    const dropper = await connectDropper();
    const detach = `alter table event detach partition part.${nameOf("event", 1)} concurrently`;
    await expect(dropper.query(detach)).rejects.toThrow("lock timeout");
    await reader.query("commit");
    reader.release();
    expect((await drop(dropper, 1)).dropped).toEqual([nameOf("event", 5)]);
    expect((await selectDays(database.pool)).find(({ name }) => name === nameOf("event", 1))?.state).toBe("detached");
  });

  test("a view on a day: the other table's days go all the same, and what belongs to the day stays", async () => {
    await store(5);
    await database.pool.query(`create view mine as select * from part.${nameOf("event", 5)}`);
    const run = await retain({ events: 4, detections: 4 });
    expect(run?.dropped).toEqual([nameOf("detection", 5)]);
    expect(run?.failures).toMatchObject([{ code: "2BP01" }]);
    expect(run?.forgotten).toMatchObject({ clientIds: 0, activities: 1 });
  });

  test("writers never wait: a day is dropped under a load of inserts", async () => {
    let done = false;
    const writing = Promise.all(
      Array.from({ length: 3 }, async () => {
        let written = 0;
        for (; !done; written++) await store(0);
        return written;
      }),
    );
    const run = await retain({ events: 2, detections: 2 });
    done = true;
    const written = (await writing).reduce((sum, one) => sum + one, 0);
    expect(run?.dropped).toHaveLength(6);
    expect(run?.failures).toEqual([]);
    expect(await count("event")).toBe(written);
  });
});

describe("keeping days", () => {
  async function keep(options: Partial<KeepOptions> = {}) {
    let now = nowMs;
    const told: string[] = [];
    const failures: unknown[] = [];
    const keeper = await keepDays({
      database,
      url: database.url,
      clock: () => new Date(now),
      retention: forever,
      log: (message) => told.push(message),
      onFailure: (error) => failures.push(error),
      ...options,
    });
    closers.push(keeper.stop);
    await keeper.tick();
    return { keeper, told, failures, setNow: (ms: number) => (now = ms) };
  }
  const aheadOf = ({ upkeep }: { upkeep: Awaited<ReturnType<typeof keepDays>>["upkeep"] }) =>
    upkeep().tables.map(({ daysAhead }) => daysAhead);

  test("a week lies ahead, and what was dropped is told", async () => {
    const { keeper, told, failures } = await keep({ retention: { ...forever, events: 3 } });
    expect(failures).toEqual([]);
    expect(keeper.upkeep()).toEqual({
      tables: [
        { table: "event", days: 11, daysAhead: 7, dropped: 2 },
        { table: "detection", days: 13, daysAhead: 7, dropped: 0 },
      ],
      failures: 0,
      lastRunMs: nowMs,
    });
    expect(told).toEqual([`retention: dropped ${nameOf("event", 5)}, ${nameOf("event", 4)}`]);
  });

  test.each([
    { jumpMs: 30_000, ahead: [7, 7], because: "nothing is due" },
    { jumpMs: 6 * dayMs, ahead: [7, 7], because: "it has slept for days, or its clock was set" },
    { jumpMs: -3 * dayMs, ahead: [10, 10], because: "its clock was ahead" },
    { jumpMs: 400 * dayMs, ahead: [7, 7], because: "its clock jumped by a year" },
  ])("after a jump of $jumpMs ms the days ahead are $ahead: $because", async ({ jumpMs, ahead }) => {
    const { keeper, setNow, failures } = await keep();
    setNow(nowMs + jumpMs);
    await keeper.tick();
    expect(failures).toEqual([]);
    expect(aheadOf(keeper)).toEqual(ahead);
  });

  test("what fails is told, counted, and tried again at the next look", async () => {
    const { keeper, failures, setNow } = await keep({ url: database.url.replace(/:\d+\//, ":1/") });
    expect(failures).toHaveLength(1);
    setNow(nowMs + 1);
    await keeper.tick();
    expect(failures).toHaveLength(2);
    expect(keeper.upkeep()).toMatchObject({ failures: 2, lastRunMs: undefined });
    expect(aheadOf(keeper)).toEqual([7, 7]);
  });
});
