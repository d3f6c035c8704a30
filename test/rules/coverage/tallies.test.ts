import { expect, test } from "vitest";
import { countable, kindName, normalise, tallyLimits } from "../../../src/event/index.ts";
import { createTallies, readPresence, type Tallies } from "../../../src/rules/index.ts";
import { testNow, useRooms } from "../../setup/rooms.ts";

const rooms = useRooms();
const dayMs = 86_400_000;

/** Tallies of a process of its own: it flushes when it is told to. */
function process(now = testNow): Tallies {
  const { database } = rooms();
  return createTallies({ database, clock: () => now, onFailure: (error) => expect.unreachable(String(error)) });
}

const book = () => rooms().registry.book(rooms().actor.tenantId);
const events = (count: number, service: string, fields: object = { a: 1 }) =>
  Array.from({ length: count }, () => countable(normalise({ ...fields }, { product: "test", service })));

async function read(service: string, days = 7, now = testNow) {
  const { kinds } = await readPresence(rooms().database, rooms().actor.tenantId, days, now);
  return kinds.filter(({ kind }) => kind.service === service);
}

async function add(tallies: Tallies, ...batch: ReturnType<typeof events>): Promise<void> {
  tallies.add(rooms().actor.tenantId, await book(), batch);
  await tallies.flush();
}

test("the counts of several processes add up", async () => {
  const [one, other] = [process(), process()];
  await Promise.all([add(one, ...events(3, "sum")), add(other, ...events(4, "sum", { b: 1 }))]);
  await add(one, ...events(1, "sum"));
  const [kind] = await read("sum");
  expect(kind).toMatchObject({ events: 8, sampled: 8, weight: 8, omitted: 0 });
  expect(Object.fromEntries(kind?.fields ?? [])).toEqual({ a: 4, b: 4 });
  expect(kind && kindName(kind.kind)).toBe("test/sum");
});

test("days add up, as many as are asked for", async () => {
  const at = (days: number) => new Date(testNow.getTime() - days * dayMs);
  for (const days of [40, 10, 6, 0]) await add(process(at(days)), ...events(1, "days"));
  expect((await read("days"))[0]?.events).toBe(2);
  expect((await read("days", 30))[0]?.events).toBe(3);
});

test("kinds beyond the limit are counted together, over all processes", async () => {
  const later = new Date(testNow.getTime() + 100 * dayMs);
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => countable(normalise({}, { product: `p${from + i}` })));
  await add(process(later), ...many(0, tallyLimits.kinds - 1));
  await add(process(later), ...many(tallyLimits.kinds - 2, tallyLimits.kinds + 8));
  const { kinds, otherEvents } = await readPresence(rooms().database, rooms().actor.tenantId, 1, later);
  expect([kinds.length, otherEvents]).toEqual([tallyLimits.kinds, 8]);
});

test("fields beyond the limit are told as left out, over all processes", async () => {
  const wide = (from: number, to: number) =>
    Object.fromEntries(Array.from({ length: to - from }, (_, i) => [`f${from + i}`, 1]));
  await add(process(), ...events(1, "wide", wide(0, tallyLimits.fields)));
  await add(process(), ...events(1, "wide", wide(tallyLimits.fields - 1, tallyLimits.fields + 5)));
  const [kind] = await read("wide");
  expect([kind?.fields.size, kind?.omitted]).toEqual([tallyLimits.fields, 5]);
  expect(kind?.fields.get(`f${tallyLimits.fields - 1}`)).toBe(2);
});

test("what cannot be stored is kept, and stored the next time", async () => {
  const { database } = rooms();
  const failures: unknown[] = [];
  const tallies = createTallies({ database, clock: () => testNow, onFailure: (error) => failures.push(error) });
  await database.pool.query("alter table event_kind_day rename to event_kind_gone");
  await expect(add(tallies, ...events(2, "kept"))).rejects.toThrow("event_kind_day");
  await database.pool.query("alter table event_kind_gone rename to event_kind_day");
  await add(tallies, ...events(3, "kept"));
  expect((await read("kept"))[0]).toMatchObject({ events: 5, weight: 5 });
  expect(failures).toEqual([]);
});

test("what was counted is stored when the process stops", async () => {
  const tallies = process();
  tallies.add(rooms().actor.tenantId, await book(), events(2, "stopped"));
  await tallies.stop();
  expect((await read("stopped"))[0]?.events).toBe(2);
});

test("names that the database cannot hold are stored all the same", async () => {
  await add(process(), ...events(1, "nul\0", { "x\0y": 1 }));
  const [kind] = await read("nul\uFFFD");
  expect([...(kind?.fields.keys() ?? [])]).toEqual(["x\uFFFDy"]);
});

test("the further services of events are kept with their kind, and tell kinds apart", async () => {
  const audit = { RecordType: 1, Workload: "Exchange", Operation: "New-InboxRule" };
  const ofWorkloads = ["Exchange", "SharePoint"].map((Workload) => countable(normalise({ ...audit, Workload })));
  await add(process(), ...ofWorkloads);
  const kinds = (await readPresence(rooms().database, rooms().actor.tenantId, 7, testNow)).kinds;
  const ofAudit = kinds.filter(({ kind }) => kind.product === "m365").map(({ kind }) => kind.otherServices ?? []);
  expect(ofAudit.toSorted((one, other) => one.length - other.length)).toEqual([[], ["exchange"]]);
});
