import { beforeAll, expect, test } from "vitest";
import { type Commit, createWriter, ingestEvents } from "../../../src/detection/index.ts";
import { useRooms } from "../../setup/rooms.ts";
import { addRule, ingest, scriptBlock } from "../../setup/samples.ts";

const rooms = useRooms();
beforeAll(() => addRule(rooms()));

const query = async <Row extends object>(sql: string): Promise<readonly Row[]> =>
  (await rooms().database.pool.query<Row>(sql)).rows;

/** The rooms with a writer that tells what it commits. */
function watched() {
  const commits: Commit[] = [];
  const { database } = rooms();
  const onFailure = (error: unknown) => {
    throw error;
  };
  const writer = createWriter({ database, patienceMs: 10_000, onFailure, onCommit: (commit) => commits.push(commit) });
  return { watching: { ...rooms(), writer }, commits };
}

test("requests that come together share transactions, and each is answered for itself", async () => {
  const { watching, commits } = watched();
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      ingest(watching, {}, { script: "Get-Date", host: `host-${i}` }, { host: `host-${i}` }),
    ),
  );
  expect(results.map(({ accepted, detections }) => [accepted, detections.map(({ index }) => index)])).toEqual(
    Array.from({ length: 40 }, () => [3, [0, 2]]),
  );
  const hosts = await query<{ id: string; host: string }>("select id, host from detection where host like 'host-%'");
  const hostOf = new Map(hosts.map(({ id, host }) => [id, host]));
  expect(results.map(({ detections }) => hostOf.get(detections[1]?.id ?? ""))).toEqual(
    Array.from({ length: 40 }, (_, i) => `host-${i}`),
  );
  expect(commits.length).toBeLessThan(40);
  expect(commits.flatMap(({ stored }) => stored.map(({ result }) => result))).toHaveLength(40);
});

test("of requests that come together with one sender's id, one has the event and the others a duplicate", async () => {
  const results = await Promise.all(Array.from({ length: 8 }, () => ingest(rooms(), { clientId: "shared" })));
  expect(results.map(({ accepted, duplicates }) => `${accepted} ${duplicates}`).sort()).toEqual([
    ...Array.from({ length: 7 }, () => "0 1"),
    "1 0",
  ]);
  expect(results.flatMap(({ detections }) => detections)).toHaveLength(1);
});

test("a request that cannot be stored does not take its neighbours with it", async () => {
  await query("alter table event add constraint poison check (host is distinct from 'poison')");
  const outcomes = await Promise.allSettled(
    ["a", "b", "poison", "c", "poison", "d", "e"].map((host) => ingest(rooms(), { host, clientId: `beside ${host}` })),
  );
  await query("alter table event drop constraint poison");
  expect(outcomes.map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
    "rejected",
    "fulfilled",
    "fulfilled",
  ]);
  const stored = await query<{ host: string }>(
    "select host from event where host in ('a', 'b', 'c', 'd', 'e', 'poison') order by host",
  );
  expect(stored.map(({ host }) => host)).toEqual(["a", "b", "c", "d", "e"]);
  expect(await ingest(rooms(), { host: "poison", clientId: "beside poison" })).toMatchObject({ accepted: 1 });
});

test("what one transaction has stored is told once, duplicates left out, with its detections", async () => {
  const { watching, commits } = watched();
  await ingest(watching, { clientId: "told" }, { clientId: "told" }, { script: "Get-Date" });
  expect(
    commits.map(({ tenantId, stored }) => [tenantId, stored.map((one) => [one.fresh.length, one.detections.length])]),
  ).toEqual([[rooms().actor.tenantId, [[2, 1]]]]);
});

test("a record is stored as it came, to the byte", async () => {
  const text = ' {"a" : 1.10, "b":12345678901234567890,\t"c":"\\u0000\\u00e9é😀", "a":2} ';
  await ingestEvents(rooms(), rooms().actor.tenantId, [{ index: 0, record: {}, text }]);
  expect(await query("select record from event order by id desc limit 1")).toEqual([{ record: text }]);
});

test("a request of ten thousand events is stored whole", async () => {
  const events = Array.from({ length: 10_000 }, (_, i) => ({ script: "Get-Date", host: `big-${i}` }));
  expect(await ingest(rooms(), ...events)).toMatchObject({ accepted: 10_000 });
  expect(await query("select count(distinct host)::int as n from event where host like 'big-%'")).toEqual([
    { n: 10_000 },
  ]);
});

test("sequences are given in the order of commits", async () => {
  const { watching, commits } = watched();
  await Promise.all(Array.from({ length: 10 }, () => ingest(watching, {}, {})));
  const ids = commits.flatMap(({ stored }) => stored.flatMap(({ detections }) => detections.map(({ id }) => id)));
  const rows = await query<{ id: string }>("select id from detection order by sequence desc limit 20");
  expect(rows.map(({ id }) => id).reverse()).toEqual(ids);
});

test("events of the largest size go through one after the other", async () => {
  const record = scriptBlock({ script: "x".repeat(900_000) });
  const text = JSON.stringify(record);
  const records = Array.from({ length: 12 }, (_, index) => ({ index, record, text }));
  expect(await ingestEvents(rooms(), rooms().actor.tenantId, records)).toMatchObject({ accepted: 12 });
});
