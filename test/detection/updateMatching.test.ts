import { beforeAll, beforeEach, expect, test } from "vitest";
import {
  type DetectionFilter,
  type DetectionPatch,
  findActivities,
  findDetections,
  updateDetections,
  updateMatching,
} from "../../src/detection/index.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const mail = "00000000-0000-4000-8000-000000000001";
let ids: readonly string[];

beforeAll(async () => {
  await addRule(rooms(), { id: mail });
  await addRule(rooms(), { id: mail.replace(/1$/, "2"), needle: "other-needle" });
});

/** Each test has its own: three of one rule on host y, one of it elsewhere, one of another rule on y. */
beforeEach(async () => {
  const { pool } = rooms().database;
  await pool.query("delete from detection");
  const { detections } = await ingest(rooms(), ...["y", "y", "y", "z"].map((host) => ({ host })), {
    host: "y",
    script: "other-needle",
  });
  ids = detections.map(({ id }) => id);
});

interface Given {
  readonly filter?: DetectionFilter;
  readonly patch?: DetectionPatch;
  readonly expectedCount?: number;
  readonly dryRun?: boolean;
  readonly listed?: number;
}

const falsePositive = { status: "CLOSED", disposition: "FALSE_POSITIVE", reason: "a report" } as const;
const ofRuleOnHost = { rule: { eq: mail }, host: { eq: "y" } };

async function update({ filter = ofRuleOnHost, ...given }: Given) {
  const { database, registry, actor } = rooms();
  const { tenantId } = actor;
  const query = { tenantId, book: await registry.book(tenantId), filter, includeTests: false };
  const change = { patch: falsePositive, dryRun: false, listed: 1_000, ...given };
  return await updateMatching(database, actor, { query, update: change }, testNow);
}

const statuses = async () =>
  (await findDetections(rooms().database, rooms().actor.tenantId, ids)).map(({ status }) => status).sort();

test("what a dry run has counted is changed, and nothing else", async () => {
  const tried = await update({ dryRun: true });
  expect(tried).toMatchObject({ kind: "done", found: 3, counts: { changed: 3, unchanged: 0, refused: 0 } });
  expect(await statuses()).toEqual(["NEW", "NEW", "NEW", "NEW", "NEW"]);
  const done = await update({ expectedCount: 3 });
  expect(done).toMatchObject({ kind: "done", found: 3, counts: { changed: 3, unchanged: 0, refused: 0 } });
  expect(await statuses()).toEqual(["CLOSED", "CLOSED", "CLOSED", "NEW", "NEW"]);
  const [first = ""] = ids;
  expect(await findActivities(rooms().database, rooms().actor.tenantId, [first])).toMatchObject([
    { kind: "STATUS", new: "CLOSED", actor: "tester" },
    { kind: "DISPOSITION", new: "FALSE_POSITIVE" },
    { kind: "REASON", new: "a report" },
  ]);
});

test("another number than expected changes nothing, and is told", async () => {
  expect(await update({ expectedCount: 2 })).toEqual({ kind: "COUNT_MISMATCH", found: 3 });
  expect(await statuses()).toEqual(["NEW", "NEW", "NEW", "NEW", "NEW"]);
});

test("each detection is changed, unchanged or refused by itself", async () => {
  const [one = "", other = ""] = ids;
  const { database, actor } = rooms();
  await updateDetections(database, actor, { expected: new Map([[one, 1]]), patch: falsePositive }, testNow);
  const decided = { expected: new Map([[other, 1]]), patch: { disposition: "TEST" } } as const;
  await updateDetections(database, actor, decided, testNow);
  const outcome = await update({ patch: { status: "CLOSED" } });
  expect(outcome).toMatchObject({
    found: 3,
    result: { changed: [{ id: other }], unchanged: [{ id: one }], refused: [{ code: "NEEDS_DISPOSITION" }] },
    counts: { changed: 1, unchanged: 1, refused: 1 },
  });
});

test("what is listed has an end, what is counted has none", async () => {
  const outcome = await update({ filter: {}, listed: 2 });
  expect(outcome).toMatchObject({ counts: { changed: 5 } });
  expect(outcome.kind === "done" && outcome.result.changed).toHaveLength(2);
});

test("a rule that never fired has nothing to change", async () => {
  expect(await update({ filter: { rule: { eq: "none" } }, expectedCount: 0 })).toMatchObject({
    kind: "done",
    found: 0,
  });
});

test("more than 10,000 are refused before any is changed; 10,000 go, a thousand in a transaction", async () => {
  const { pool } = rooms().database;
  await pool.query(
    `insert into detection (id, tenant_id, sequence, time, rule_id, revision, event_id, severity, host, evidence, updated_at)
     select (left(d.id::text, 18) || '-8000-' || lpad(to_hex(n), 12, '0'))::uuid, d.tenant_id, d.sequence + n, d.time, d.rule_id,
       d.revision, d.event_id, d.severity, 'many', d.evidence, d.updated_at
     from detection d, generate_series(1, 10001) n where d.id = $1`,
    [ids[0]],
  );
  const filter = { host: { eq: "many" } };
  expect(await update({ filter })).toEqual({ kind: "TOO_MANY" });
  await pool.query("delete from detection where id = (select id from detection where host = 'many' limit 1)");
  expect((await pool.query("select from detection where host = 'many' and status <> 0")).rows).toEqual([]);
  expect(await update({ filter, listed: 10 })).toMatchObject({ found: 10_000, counts: { changed: 10_000 } });
  const { rows } = await pool.query<{ count: number }>(
    "select count(distinct xmin::text)::int as count from detection where host = 'many' and status = 2",
  );
  expect(rows).toEqual([{ count: 10 }]);
});

test("what changes while the update is under way is refused, not overwritten", async () => {
  const { database, actor } = rooms();
  const [one = ""] = ids;
  const client = await database.pool.connect();
  await client.query("begin");
  await client.query("select from detection where id = $1 for update", [one]);
  const under = update({});
  // The update waits for this row; it has read its version before.
  await waitForLock();
  await client.query("update detection set status = 1, version = version + 1 where id = $1", [one]);
  await client.query("commit");
  client.release();
  expect(await under).toMatchObject({ counts: { changed: 2, refused: 1 } });
  const [now] = await findDetections(database, actor.tenantId, [one]);
  expect(now?.status).toBe("IN_PROGRESS");
});

async function waitForLock(): Promise<void> {
  for (;;) {
    const { rows } = await rooms().database.pool.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rows.length > 0) return;
  }
}
