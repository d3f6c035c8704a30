import { beforeAll, expect, test } from "vitest";
import { ingestEvents, maxListedDetections, timeOrigins } from "../../src/detection/index.ts";
import { configureRules } from "../../src/rules/index.ts";
import { testNow, useRooms } from "../setup/rooms.ts";
import { addRule, ingest, scriptBlock } from "../setup/samples.ts";

const rooms = useRooms();
const quietId = "00000000-0000-4000-8000-0000000000aa";

beforeAll(async () => {
  await addRule(rooms());
  await addRule(rooms(), { id: quietId, title: "Quiet", needle: "quiet-needle" });
  await configureRules(rooms(), rooms().actor, [quietId], { state: "TESTING" });
});

const count = async (table: string): Promise<number> => {
  const { rows } = await rooms().database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`);
  return rows[0]?.n ?? -1;
};

test("an event comes back with the detections that it caused", async () => {
  const result = await ingest(rooms(), { script: "Get-Date" }, {});
  expect(result).toMatchObject({ accepted: 2, duplicates: 0, rejected: [], detectionsOmitted: 0 });
  expect(result.detections).toEqual([
    {
      index: 1,
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      ruleId: "00000000-0000-4000-8000-000000000001",
      title: "Sample",
      severity: "medium",
      techniques: ["T1048.003"],
    },
  ]);
});

test("equal events without ids are two events", async () => {
  const before = await count("event");
  await ingest(rooms(), {}, {});
  expect(await count("event")).toBe(before + 2);
});

test("an event with a known id is a duplicate in any batch and any order", async () => {
  await ingest(rooms(), { clientId: "a" }, { clientId: "b" });
  const before = await count("detection");
  const retry = await ingest(rooms(), { clientId: "c" }, { clientId: "b" }, { clientId: "a" }, { clientId: "c" });
  expect(retry).toMatchObject({ accepted: 1, duplicates: 3 });
  expect(retry.detections.map(({ index }) => index)).toEqual([0]);
  expect(await count("detection")).toBe(before + 1);
});

test("each event of a record that holds many is known by the record's id and its place", async () => {
  const many = [
    { clientId: "file", position: 0 },
    { clientId: "file", position: 1 },
  ];
  expect(await ingest(rooms(), ...many)).toMatchObject({ accepted: 2, duplicates: 0 });
  expect(await ingest(rooms(), ...many, { clientId: "file", position: 2 })).toMatchObject({
    accepted: 1,
    duplicates: 2,
  });
  expect(await ingest(rooms(), { clientId: "file" }, { clientId: "file0" })).toMatchObject({ accepted: 2 });
});

test("the same batch twice at once is stored once", async () => {
  const before = await count("event");
  const batch = Array.from({ length: 50 }, (_, i) => ({ clientId: `twin-${i}` }));
  const results = await Promise.all([ingest(rooms(), ...batch), ingest(rooms(), ...batch.toReversed())]);
  expect(results.map(({ accepted }) => accepted).sort()).toEqual([0, 50]);
  expect(await count("event")).toBe(before + 50);
});

test("a rule in state TESTING detects, but its detections are not named in the answer", async () => {
  const before = await count("detection where is_test");
  const { detections } = await ingest(rooms(), { script: "quiet-needle" });
  expect(detections).toEqual([]);
  expect(await count("detection where is_test")).toBe(before + 1);
});

test("sequences have no gap and no repetition under concurrent writers", async () => {
  await Promise.all(Array.from({ length: 20 }, () => ingest(rooms(), {}, {})));
  const { rows } = await rooms().database.pool.query<{ n: number; last: bigint }>(
    "select count(distinct sequence)::int as n, max(sequence) as last from detection",
  );
  expect(rows[0]?.last).toBe(BigInt(rows[0]?.n ?? -1));
});

test.each([
  { time: "2020-01-01T00:00:00.000Z", stored: "2020-01-01T00:00:00.000Z", because: "old replays keep their time" },
  { time: "2026-11-23T12:30:00.000Z", stored: "2026-11-23T12:30:00.000Z", because: "clocks differ" },
  { time: "2031-01-01T00:00:00.000Z", stored: testNow.toISOString(), because: "a clock that is years ahead is wrong" },
])("an event of $time is stored at $stored: $because", async ({ time, stored }) => {
  const [detection] = (await ingest(rooms(), { time })).detections;
  const { rows } = await rooms().database.pool.query<{ time: Date }>("select time from detection where id = $1", [
    detection?.id,
  ]);
  expect(rows[0]?.time.toISOString()).toBe(stored);
});

test.each([
  { said: {}, origin: "RECORD", time: "2026-11-23T11:59:00.000Z", because: "the record says it" },
  {
    said: { sender: "2026-11-23T11:00:00Z" },
    origin: "SENDER",
    time: "2026-11-23T11:00:00.000Z",
    because: "the sender's word wins",
  },
  {
    said: { record: "yesterday" },
    origin: "ARRIVAL_ABSENT",
    time: testNow.toISOString(),
    because: "it cannot be read",
  },
  {
    said: { record: "2026-11-23T13:00:00Z" },
    origin: "RECORD",
    time: "2026-11-23T13:00:00.000Z",
    because: "an hour ahead is believed",
  },
  {
    said: { record: "2026-11-23T13:00:01Z" },
    origin: "ARRIVAL_AHEAD",
    time: testNow.toISOString(),
    because: "more is not",
  },
  {
    said: { sender: "2031-01-01T00:00:00Z" },
    origin: "RECORD",
    time: "2026-11-23T11:59:00.000Z",
    because: "the record's clock is right",
  },
  {
    said: { sender: "2031-01-01T00:00:00Z", record: "" },
    origin: "ARRIVAL_AHEAD",
    time: testNow.toISOString(),
    because: "a time was said",
  },
  {
    said: { record: "1971-01-01T00:00:00Z" },
    origin: "RECORD",
    time: "1971-01-01T00:00:00.000Z",
    because: "old ones may be replays",
  },
])("of an event with $said the time is marked $origin: $because", async ({ said, origin, time }) => {
  const { sender, record: recorded }: { sender?: string; record?: string } = said;
  const record = scriptBlock(recorded === undefined ? {} : { time: recorded });
  await ingestEvents(rooms(), rooms().actor.tenantId, [
    { index: 0, record, text: JSON.stringify(record), ...(sender !== undefined && { timeMs: Date.parse(sender) }) },
  ]);
  const { rows } = await rooms().database.pool.query<{ time: Date; origin: number }>(
    "select time, time_origin as origin from event order by id desc limit 1",
  );
  expect([rows[0]?.time.toISOString(), timeOrigins[rows[0]?.origin ?? -1]]).toEqual([time, origin]);
});

test("text with U+0000 is stored and found", async () => {
  const record = scriptBlock({ script: "Send-MailMessage \0 x", host: "ws\0nul" });
  const { detections } = await ingestEvents(rooms(), rooms().actor.tenantId, [
    { index: 0, record, text: JSON.stringify(record) },
    { index: 1, record: {}, text: "{}", logsource: { product: "\0", categories: ["\0"], service: "\0" } },
  ]);
  expect(detections).toHaveLength(1);
});

test("more detections than an answer names are counted", async () => {
  const { detections, detectionsOmitted } = await ingest(rooms(), ...Array.from({ length: 1_005 }, () => ({})));
  expect(detections).toHaveLength(maxListedDetections);
  expect(detectionsOmitted).toBe(5);
});

test("a user name of the longest kind does not stop its batch", async () => {
  const name = Array.from({ length: 512 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join("");
  const record = {
    EventID: 4624,
    Channel: "Security",
    TargetUserName: name,
    TargetDomainName: name,
    SubjectUserName: name,
  };
  const text = JSON.stringify(record);
  const result = await ingestEvents(rooms(), rooms().actor.tenantId, [{ index: 0, record, text }]);
  expect(result.accepted).toBe(1);
  expect((await ingest(rooms(), { host: name })).accepted).toBe(1);
});

test("a missing partition is made when an event needs it", async () => {
  const later = new Date(testNow.getTime() + 40 * 86_400_000);
  rooms().setNow(later);
  expect((await ingest(rooms(), {})).accepted).toBe(1);
  rooms().setNow(testNow);
  expect((await ingest(rooms(), {})).accepted).toBe(1);
});
