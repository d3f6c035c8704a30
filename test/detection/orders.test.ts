import { beforeAll, expect, test } from "vitest";
import {
  type Detection,
  type DetectionFilter,
  type DetectionOrder,
  detectionOrders,
  isPlace,
  listDetections,
  placeOf,
  updateDetections,
} from "../../src/detection/index.ts";
import { listByChange } from "../../src/detection/listByChange.ts";
import { severities, severityRank } from "../../src/rules/index.ts";
import { addRule, ingest } from "../setup/samples.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const dayMs = 86_400_000;
const ruleId = (rank: number) => `00000000-0000-4000-8000-00000000000${rank}`;

/** A rule of each severity but low; over twelve days one of each on a, and a medium one on b. Then three are changed. */
beforeAll(async () => {
  const levels = severities.filter((level) => level !== "low");
  for (const level of levels) {
    await addRule(rooms(), { id: ruleId(severityRank(level)), title: level, level, needle: `needle-${level}` });
  }
  const { pool } = rooms().database;
  const ids: string[] = [];
  for (let day = 11; day >= 0; day--) {
    const then = new Date(testNow.getTime() - day * dayMs);
    await pool.query("select ensure_partition('event', $1::date), ensure_partition('detection', $1::date)", [then]);
    rooms().setNow(then);
    const events = levels.map((level) => ({ host: "a", script: `needle-${level}` }));
    const { detections } = await ingest(rooms(), ...events, { host: "b", script: "needle-medium" });
    ids.push(...detections.map(({ id }) => id));
  }
  for (const id of [ids[30], ids[3], ids[17]]) {
    const update = { expected: new Map([[id ?? "", undefined]]), patch: { comment: "seen" } };
    await updateDetections(rooms().database, rooms().actor, update, testNow);
  }
});

const query = async (filter: DetectionFilter) => ({
  tenantId: rooms().actor.tenantId,
  book: await rooms().registry.book(rooms().actor.tenantId),
  filter,
  includeTests: false,
});
const list = async (filter: DetectionFilter, page: Parameters<typeof listDetections>[2]) =>
  await listDetections(rooms().database, await query(filter), page, testNow);

const compare = (one: string | bigint | number, other: string | bigint | number) => (one < other ? -1 : 1);
const sorts: Readonly<Record<DetectionOrder, (one: Detection, other: Detection) => number>> = {
  NEWEST: (one, other) => compare(other.id, one.id),
  OLDEST: (one, other) => compare(one.id, other.id),
  SEVERITY: (one, other) => severityRank(other.severity) - severityRank(one.severity) || compare(other.id, one.id),
  UPDATED: (one, other) => compare(one.lastChange, other.lastChange),
};

const filters: readonly { filter: DetectionFilter; count: number }[] = [
  { filter: {}, count: 60 },
  { filter: { host: { eq: "b" } }, count: 12 },
  { filter: { rule: { in: [ruleId(4), ruleId(2)] } }, count: 36 },
  { filter: { severity: { in: ["informational", "high"] } }, count: 24 },
  { filter: { host: { eq: "nowhere" } }, count: 0 },
];

test.each(detectionOrders.flatMap((order) => filters.map((rest) => ({ order, ...rest }))))(
  "by $order, pages of $filter follow one another forward and backward, and leave none out",
  async ({ order, filter, count }) => {
    const all = (await list(filter, { order: "NEWEST", limit: 100, backward: false })).items.toSorted(sorts[order]);
    expect(all).toHaveLength(count);
    const forward: Detection[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await list(filter, { order, limit: 7, backward: false, ...(after !== undefined && { after }) });
      forward.push(...page.items);
      const last = page.items.at(-1);
      after = page.endsAt ?? (last && placeOf(order, last));
      more = page.hasNext;
    }
    expect(forward).toEqual(all);
    const backward: Detection[] = [];
    for (let before: string | undefined, more = true; more;) {
      const page = await list(filter, { order, limit: 7, backward: true, ...(before !== undefined && { before }) });
      expect(page.hasNext).toBe(before !== undefined);
      backward.unshift(...page.items);
      const [first] = page.items;
      before = page.startsAt ?? (first && placeOf(order, first));
      more = page.hasPrevious;
    }
    expect(backward).toEqual(all);
  },
);

test.each(detectionOrders)("by %s, a page between two places has what lies between them", async (order) => {
  const all = (await list({}, { order, limit: 100, backward: false })).items;
  const place = (index: number) => (all[index] ? placeOf(order, all[index]) : "");
  for (const backward of [false, true]) {
    const page = await list({}, { order, limit: 100, backward, after: place(4), before: place(40) });
    expect(page.items).toEqual(all.slice(5, 40));
  }
});

test.each(detectionOrders)("by %s, every place is one of that order", async (order) => {
  const { items } = await list({}, { order, limit: 3, backward: false });
  for (const one of items) expect(isPlace(order, placeOf(order, one))).toBe(true);
  expect(isPlace(order, "nonsense")).toBe(false);
  expect(isPlace(order, "5/019ab0a2-51d4-7b5c-8f0e-3d1c6a94e7b2")).toBe(false);
});

test("a mirror that goes on from where a page ended sees what has changed meanwhile, and that alone", async () => {
  const page = (after?: string) =>
    list(
      { host: { eq: "b" } },
      { order: "UPDATED", limit: 100, backward: false, ...(after !== undefined && { after }) },
    );
  const first = await page();
  expect(first.items).toHaveLength(12);
  const nothing = await page(first.endsAt);
  expect(nothing).toMatchObject({ items: [], hasNext: false, endsAt: first.endsAt });
  const changed = first.items[5]?.id ?? "";
  const update = { expected: new Map([[changed, undefined]]), patch: { assignee: "ann" } };
  await updateDetections(rooms().database, rooms().actor, update, testNow);
  const { detections } = await ingest(
    rooms(),
    { host: "a", script: "needle-high" },
    { host: "b", script: "needle-medium" },
  );
  const next = await page(nothing.endsAt);
  expect(next.items.map(({ id }) => id)).toEqual([changed, detections[1]?.id]);
});

test("a page by UPDATED that passes over too many ends early and says where", async () => {
  const { tenantId } = rooms().actor;
  const host = { kind: "host", in: ["nowhere"] } as const;
  const source = { reads: rooms().database.reads, now: testNow, selection: { tenantId, predicate: host } };
  const page = await listByChange(source, { limit: 5, backward: false }, 10);
  const tenth = (await list({}, { order: "UPDATED", limit: 10, backward: false })).items[9];
  expect(page).toMatchObject({ items: [], hasNext: true, endsAt: tenth && placeOf("UPDATED", tenth) });
  const back = await listByChange(source, { limit: 5, backward: true }, 10);
  const tenthLast = (await list({}, { order: "UPDATED", limit: 10, backward: true })).items[0];
  expect(back).toMatchObject({ items: [], hasPrevious: true, startsAt: tenthLast && placeOf("UPDATED", tenthLast) });
});
