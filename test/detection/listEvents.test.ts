import { beforeAll, expect, test } from "vitest";
import { type EventFilter, listEvents, type StoredEvent } from "../../src/detection/index.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const hourMs = 3_600_000;

/** Over ten days, newest last: on host a one that two rules find, on b one that none finds, on c one of a rule on trial. */
beforeAll(async () => {
  const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
  await addRule(rooms(), { id: id(1) });
  await addRule(rooms(), { id: id(2), title: "Also", needle: "Send-Mail" });
  await addRule(rooms(), { id: id(3), title: "Trial", needle: "trial" });
  const { pool } = rooms().database;
  for (let day = 9; day >= 0; day--) {
    const then = new Date(testNow.getTime() - day * 24 * hourMs);
    await pool.query("select ensure_partition('event', $1::date), ensure_partition('detection', $1::date)", [then]);
    rooms().setNow(then);
    const time = new Date(then.getTime() - 2 * hourMs).toISOString();
    await ingest(
      rooms(),
      { host: "a", time },
      { host: "b", script: "nothing", time },
      { host: "c", script: "trial", time },
    );
  }
  await pool.query("update detection set is_test = true where host = 'c'");
  await pool.query(
    "update event set user_name = 'ann', source_address = '192.0.2.7', other_services = '{audit}' where host = 'b'",
  );
});

const find = async (filter: EventFilter, page: Partial<Parameters<typeof listEvents>[2]> = {}, passed?: number) =>
  await listEvents(
    rooms().database,
    { tenantId: rooms().actor.tenantId, filter, ...(passed !== undefined && { passed }) },
    { limit: 100, backward: false, ...page },
    testNow,
  );

const ago = (hours: number) => new Date(testNow.getTime() - hours * hourMs);

test.each<{ filter: EventFilter; count: number; because: string }>([
  { filter: {}, count: 30, because: "no filter finds all" },
  { filter: { classification: { product: "Windows" } }, count: 30, because: "by product, any case" },
  { filter: { classification: { category: "PS_SCRIPT" } }, count: 30, because: "by one of its categories" },
  { filter: { classification: { category: "process_creation" } }, count: 0, because: "by another category" },
  { filter: { classification: { service: "powershell" } }, count: 30, because: "by service" },
  { filter: { classification: { service: "Audit" } }, count: 10, because: "by one of its other services" },
  { filter: { classification: { product: "windows", service: "sysmon" } }, count: 0, because: "all must hold" },
  { filter: { host: { eq: "a" } }, count: 10, because: "by host" },
  { filter: { host: { notIn: ["a", "b"] } }, count: 10, because: "by any other host" },
  { filter: { user: { isNull: true } }, count: 20, because: "there is no user" },
  { filter: { user: { isNull: false } }, count: 10, because: "there is one" },
  { filter: { user: { neq: "ann" } }, count: 20, because: "no user is not that user" },
  { filter: { sourceAddress: { in: ["192.0.2.7"], neq: "192.0.2.8" } }, count: 10, because: "by address" },
  { filter: { time: { gte: ago(26) } }, count: 6, because: "by when it happened" },
  { filter: { time: { lt: ago(9 * 24) } }, count: 3, because: "before then" },
  { filter: { receivedAt: { gte: ago(24) } }, count: 6, because: "by when it arrived" },
  { filter: { receivedAt: { gte: ago(72), lt: ago(24) } }, count: 6, because: "half open" },
  { filter: { receivedAt: { lt: new Date(0) } }, count: 0, because: "before there were any" },
  { filter: { hasDetections: true }, count: 10, because: "once each, whatever many found it, and not those on trial" },
  { filter: { hasDetections: false }, count: 20, because: "the others" },
  { filter: { hasDetections: true, host: { eq: "b" } }, count: 0, because: "nothing was found there" },
  { filter: { hasDetections: false, host: { eq: "c" } }, count: 10, because: "a rule on trial does not count" },
])("$filter finds $count events: $because", async ({ filter, count }) => {
  const page = await find(filter);
  expect(page.items).toHaveLength(count);
  expect(page).toMatchObject({ hasNext: false, hasPrevious: false });
});

const walk = async (filter: EventFilter, backward: boolean, passed?: number) => {
  const pages: (readonly StoredEvent[])[] = [];
  for (let place: string | undefined, more = true; more;) {
    const from = place === undefined ? {} : backward ? { before: place } : { after: place };
    const page = await find(filter, { limit: 4, backward, ...from }, passed);
    pages.push(page.items);
    place = backward ? (page.startsAt ?? page.items[0]?.id) : (page.endsAt ?? page.items.at(-1)?.id);
    more = backward ? page.hasPrevious : page.hasNext;
  }
  return (backward ? pages.reverse() : pages).flat().map(({ id }) => id);
};

test.each<EventFilter>([
  {},
  { host: { eq: "b" } },
  { hasDetections: true },
  { hasDetections: false },
  { receivedAt: { gte: ago(100), lt: ago(30) } },
])("pages of %j give every event once, newest first, also where they end early", async (filter) => {
  const all = (await find(filter)).items.map(({ id }) => id);
  expect(all).toEqual(all.toSorted().toReversed());
  for (const passed of [undefined, 3]) {
    expect(await walk(filter, false, passed)).toEqual(all);
    expect(await walk(filter, true, passed)).toEqual(all);
  }
});

test("a page that passes over too many ends early and says where", async () => {
  const all = (await find({})).items;
  const page = await find({ host: { eq: "nowhere" } }, {}, 3);
  expect(page).toEqual({ items: [], hasNext: true, hasPrevious: false, endsAt: all[2]?.id });
});

test("another tenant has none of it", async () => {
  const { pool } = rooms().database;
  const { rows } = await pool.query<{ id: number }>("insert into tenant (name) values ('other') returning id");
  for (const filter of [{}, { hasDetections: true }]) {
    const query = { tenantId: rows[0]?.id ?? -1, filter };
    const page = await listEvents(rooms().database, query, { limit: 5, backward: false }, testNow);
    expect(page.items).toEqual([]);
  }
});
