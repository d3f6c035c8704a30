import { afterAll, beforeAll, expect, test } from "vitest";
import { createWriter, WritingFailure } from "../../../src/detection/index.ts";
import { connect, type Database } from "../../../src/store/connect.ts";
import { openProxy, type Proxy } from "../../setup/proxy.ts";
import { useRooms } from "../../setup/rooms.ts";
import { addRule, ingest } from "../../setup/samples.ts";

const rooms = useRooms();
let proxy: Proxy;
let database: Database;

beforeAll(async () => {
  await addRule(rooms());
  proxy = await openProxy(rooms().database.url);
  database = connect(proxy.url, { onError: () => undefined, maxConnections: 3 });
});

afterAll(async () => {
  await database.close();
  await proxy.close();
});

/** The rooms with a writer whose database is behind the proxy. @param onFailure told of the first failure */
const behindProxy = (patienceMs: number, onFailure: () => void = () => undefined) => ({
  ...rooms(),
  writer: createWriter({ database, patienceMs, onFailure }),
});

const stored = async (host: string) => {
  const { rows } = await rooms().database.pool.query<{ events: number; detections: number }>(
    `select (select count(*)::int from event where host = $1) as events,
       (select count(*)::int from detection where host = $1) as detections`,
    [host],
  );
  return rows[0];
};

test.each([
  { fault: "before commit", because: "nothing was stored, and it is done again" },
  { fault: "after commit", because: "it was stored, and is not done again" },
] as const)("a connection that is lost $fault leaves each event there once: $because", async ({ fault }) => {
  proxy.fault = fault;
  const working = behindProxy(60_000, () => {
    proxy.fault = "none";
  });
  const results = await Promise.all([1, 2, 3].map(() => ingest(working, { host: fault }, { host: fault })));
  expect(results.map(({ accepted, detections }) => [accepted, detections.length])).toEqual([
    [2, 2],
    [2, 2],
    [2, 2],
  ]);
  expect(await stored(fault)).toEqual({ events: 6, detections: 6 });
  expect(working.writer.isWell()).toBe(true);
});

test("events that are sent again with ids after a lost commit are duplicates, and nothing is there twice", async () => {
  proxy.fault = "after commit";
  const working = behindProxy(60_000, () => {
    proxy.fault = "none";
  });
  await ingest(working, { host: "again", clientId: "again" });
  expect(await ingest(working, { host: "again", clientId: "again" })).toMatchObject({ accepted: 0, duplicates: 1 });
  expect(await stored("again")).toEqual({ events: 1, detections: 1 });
});

test("a database that comes back in time is not noticed by those who wait", async () => {
  proxy.fault = "away";
  proxy.cut();
  const working = behindProxy(60_000, () => {
    proxy.fault = "none";
  });
  expect(await ingest(working, { host: "patient" })).toMatchObject({ accepted: 1 });
  expect(await stored("patient")).toEqual({ events: 1, detections: 1 });
});

test("a database that stays away makes requests fail, nothing of them is kept, and it goes on by itself", async () => {
  proxy.fault = "away";
  proxy.cut();
  const working = behindProxy(400);
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => ingest(working, { host: "impatient" })));
  expect(outcomes.map((outcome) => outcome.status === "rejected" && outcome.reason instanceof WritingFailure)).toEqual([
    true,
    true,
    true,
  ]);
  expect(working.writer.isWell()).toBe(false);
  proxy.fault = "none";
  const patient = { ...working, writer: createWriter({ database, patienceMs: 60_000, onFailure: () => undefined }) };
  expect(await ingest(patient, { host: "later" })).toMatchObject({ accepted: 1 });
  expect(await stored("impatient")).toEqual({ events: 0, detections: 0 });
});

test("a database that hangs is given up in time", async () => {
  const blocker = await rooms().database.pool.connect();
  await blocker.query("begin");
  await blocker.query("lock table event in access exclusive mode");
  const working = behindProxy(400);
  await expect(ingest(working, { host: "hanging" })).rejects.toBeInstanceOf(WritingFailure);
  await blocker.query("rollback");
  blocker.release();
  expect(await ingest(behindProxy(60_000), { host: "hanging" })).toMatchObject({ accepted: 1 });
  expect(await stored("hanging")).toEqual({ events: 1, detections: 1 });
});
