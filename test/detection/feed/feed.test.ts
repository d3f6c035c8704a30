import { expect, test } from "vitest";
import { createFeed, type Feed, followDetections } from "../../../src/detection/index.ts";
import { useRooms } from "../../setup/rooms.ts";
import { addRule, ingest } from "../../setup/samples.ts";

const rooms = useRooms();
const never = 3_600_000;
const noSignal = () => new AbortController().signal;

/** Another process's feed over the same database. */
async function withFeed<T>(options: { readonly pollMs: number }, work: (feed: Feed) => Promise<T>): Promise<T> {
  const { database } = rooms();
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => void failures.push(error);
  const feed = createFeed({ database, url: database.url, onFailure, pauseMs: 5, ...options });
  try {
    return await work(feed);
  } finally {
    await feed.stop();
    expect(failures).toEqual([]);
  }
}

const last = async (): Promise<bigint> => {
  const { rows } = await rooms().database.pool.query<{ last: bigint }>("select last from detection_sequence");
  return rows[0]?.last ?? -1n;
};

test("who waits is told of what another process stores, by its notification", async () => {
  await addRule(rooms());
  const before = await last();
  await withFeed({ pollMs: never }, async (feed) => {
    const told = feed.beyond(rooms().actor.tenantId, before, noSignal());
    await ingest(rooms(), {});
    await told;
    expect(await last()).toBeGreaterThan(before);
  });
});

test("who waits is told without a notification, by a poll", async () => {
  const before = await last();
  const silent = { ...rooms(), feed: { ...rooms().feed, announce: () => undefined } };
  await withFeed({ pollMs: 20 }, async (feed) => {
    const told = feed.beyond(rooms().actor.tenantId, before, noSignal());
    await ingest(silent, {});
    await told;
    expect(await last()).toBeGreaterThan(before);
  });
});

test("who does not know the latest is told at once", async () => {
  const before = await last();
  await withFeed({ pollMs: never }, (feed) => feed.beyond(rooms().actor.tenantId, before - 1n, noSignal()));
});

test("waiting ends with its signal, before and meanwhile", async () => {
  const end = await last();
  const controller = new AbortController();
  await withFeed({ pollMs: never }, async (feed) => {
    const waiting = feed.beyond(rooms().actor.tenantId, end, controller.signal);
    controller.abort();
    await waiting;
    await feed.beyond(rooms().actor.tenantId, end, controller.signal);
  });
});

test("a reader that is slow is given what it asks for, and nothing is read ahead of it", async () => {
  const { tenantId } = rooms().actor;
  const start = await last();
  const controller = new AbortController();
  const query = { tenantId, filter: {}, includeTests: false };
  const reader = followDetections(rooms(), query, start, controller.signal);
  await ingest(rooms(), ...Array.from({ length: 120 }, () => ({})));
  const first = await reader.next();
  await ingest(rooms(), ...Array.from({ length: 30 }, () => ({})));
  // The second page is read now, and so has what came after the first.
  const rest = [await reader.next(), await reader.next()];
  const pages = [first, ...rest].map(({ value }) => (value ? value.items.map(({ sequence }) => sequence - start) : []));
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 50]);
  expect(pages.flat()).toEqual(Array.from({ length: 150 }, (_, i) => BigInt(i + 1)));
  controller.abort();
  expect(await reader.next()).toMatchObject({ done: true });
});

test("a reader whose place is no more comes to its end", async () => {
  const query = { tenantId: rooms().actor.tenantId, filter: {}, includeTests: false };
  const reader = followDetections(rooms(), query, (await last()) + 1n, noSignal());
  expect(await reader.next()).toMatchObject({ done: true });
});

test("a filter that passes over everything tells how far it has come, now and then", async () => {
  const { tenantId } = rooms().actor;
  const { pool } = rooms().database;
  const start = await last();
  await pool.query("update detection_sequence set last = last + 20000 where tenant_id = $1", [tenantId]);
  const query = { tenantId, filter: { host: { eq: "nobody" } }, includeTests: false };
  const { value } = await followDetections(rooms(), query, start, noSignal()).next();
  expect(value).toMatchObject({ items: [], end: start + 20_000n });
});
