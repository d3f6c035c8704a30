import { beforeAll, beforeEach, expect, test } from "vitest";
import {
  detectionStats,
  type DetectionFilter,
  detectionStatuses,
  dispositions,
  type Interval,
  readZone,
  updateDetections,
} from "../../../src/detection/index.ts";
import { severities } from "../../../src/rules/index.ts";
import { rollUp } from "../../../src/store/index.ts";
import { testNow, useRooms } from "../../setup/rooms.ts";
import { addRule } from "../../setup/samples.ts";
import { makeDetections, type MadeDetection } from "../../setup/detections.ts";

const rooms = useRooms();
const dayMs = 86_400_000;
const hourMs = 3_600_000;
const end = testNow.getTime();
const identity = (place: number) => `00000000-0000-4000-8000-00000000000${place}`;
const tags = [["attack.t1048.003"], ["attack.t1048.001", "attack.t1059.001"], []];
let ruleIds: readonly number[] = [];

beforeAll(async () => {
  for (const [place, tag] of tags.entries())
    await addRule(rooms(), { id: identity(place), title: `Rule ${place}`, tags: tag });
  const book = await rooms().registry.book(rooms().actor.tenantId);
  ruleIds = tags.map((_, place) => book.byIdentity.get(identity(place))?.id ?? -1);
  for (let day = 0; day <= 9; day++)
    await rooms().database.pool.query("select ensure_partition('detection', $1::date)", [new Date(end - day * dayMs)]);
});

beforeEach(async () => {
  for (const table of [
    "detection",
    "detection_change",
    "rollup_triage",
    "rollup_rule",
    "rollup_entity",
    "rollup_progress",
  ])
    await rooms().database.pool.query(`truncate ${table}`);
  await rooms().database.pool.query("update detection_sequence set last = 0");
});

/** Random, but the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

function someDetections(count: number, next: () => number): MadeDetection[] {
  const pick = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  return Array.from({ length: count }, () => {
    const arrival = new Date(end - Math.floor(next() * 8 * dayMs));
    const late = next() < 0.2 ? next() * 3 * dayMs : next() * 1_000;
    return {
      arrival,
      time: new Date(arrival.getTime() - Math.floor(late)),
      ruleId: pick(ruleIds),
      severity: pick([0, 1, 2, 3, 4]),
      status: pick([0, 0, 1, 2]),
      disposition: pick([0, 1, 3]),
      isTest: next() < 0.1,
      host: pick(["a", "b", "c", null]),
      user: pick(["x", null]),
      sourceAddress: pick(["10.0.0.1", "10.0.0.2", null]),
    };
  });
}

interface Row {
  readonly time: Date;
  readonly rule_id: number;
  readonly severity: number;
  readonly status: number;
  readonly disposition: number;
  readonly host: string | null;
}

const count = (rows: readonly Row[], keys: readonly number[], isOf: (row: Row, key: number) => boolean): number[] =>
  keys.map((key) => rows.filter((row) => isOf(row, key)).length);

const nth = (values: readonly unknown[]) => values.map((_, place) => place);

/** All that the statistics say, in numbers. */
async function ask(filter: DetectionFilter, span: { fromMs: number; toMs: number }, interval: Interval) {
  const { tenantId } = rooms().actor;
  const book = await rooms().registry.book(tenantId);
  const zone = readZone("Asia/Kolkata");
  if (!zone) throw new Error("no zone");
  const stats = detectionStats(rooms(), { tenantId, book, filter, includeTests: false, span, zone });
  const [total, histogram, bySeverity, byStatus, byDisposition, byRule, byTechnique, hosts, before] = await Promise.all(
    [
      stats.total(),
      stats.histogram({ interval, split: "STATUS", top: 5 }),
      stats.bySeverity(),
      stats.byStatus(),
      stats.byDisposition(),
      stats.byRule(),
      stats.byTechnique(true),
      stats.topEntities("host", 10),
      stats.previous().total(),
    ],
  );
  return {
    total,
    slots: histogram.slots,
    series: histogram.series.map(({ counts }) => counts),
    bySeverity: bySeverity.map((one) => one.count),
    byStatus: byStatus.map((one) => one.count),
    byDisposition: byDisposition.map((one) => one.count),
    byRule: ruleIds.map((id) => byRule.find(({ key }) => key.id === id)?.count ?? 0),
    byTechnique: ["T1048", "T1059"].map((id) => byTechnique.find(({ key }) => key.id === id)?.count ?? 0),
    hosts: new Map(hosts.map((host) => [host.value, host.count])),
    before,
  };
}

/** The same from every row there is. */
async function counted(
  wanted: (row: Row) => boolean,
  span: { fromMs: number; toMs: number },
  bounds: readonly number[],
) {
  const { rows } = await rooms().database.pool.query<Row>("select * from detection where not is_test");
  const within = (fromMs: number, toMs: number) =>
    rows.filter((row) => wanted(row) && row.time.getTime() >= fromMs && row.time.getTime() < toMs);
  const inside = within(span.fromMs, span.toMs);
  const slots = bounds.slice(1).map((to, place) => within(bounds[place] ?? 0, to));
  const hosts = ["a", "b", "c"].map((host) => [host, inside.filter((row) => row.host === host).length] as const);
  const byRule = count(inside, ruleIds, (row, id) => row.rule_id === id);
  const [first = 0, second = 0] = byRule;
  return {
    total: inside.length,
    slots: slots.map((slot, place) => ({ fromMs: bounds[place], toMs: bounds[place + 1], total: slot.length })),
    series: nth(detectionStatuses).map((status) =>
      slots.map((slot) => slot.filter((row) => row.status === status).length),
    ),
    bySeverity: count(inside, nth(severities), (row, place) => row.severity === place),
    byStatus: count(inside, nth(detectionStatuses), (row, place) => row.status === place),
    byDisposition: count(inside, nth(dispositions), (row, place) => row.disposition === place),
    byRule,
    byTechnique: [first + second, second],
    hosts: new Map(hosts.filter(([, number]) => number > 0)),
    before: within(2 * span.fromMs - span.toMs, span.fromMs).length,
  };
}

const filters: readonly { readonly filter: DetectionFilter; readonly wanted: (row: Row) => boolean }[] = [
  { filter: {}, wanted: () => true },
  { filter: { severity: { gte: "high" } }, wanted: ({ severity }) => severity >= 3 },
  { filter: { attack: { any: ["T1048"] } }, wanted: ({ rule_id }) => ruleIds.indexOf(rule_id) < 2 },
  {
    filter: { attack: { any: ["T1048.003"] }, severity: { in: ["low", "critical"] } },
    wanted: ({ rule_id, severity }) => rule_id === ruleIds[0] && (severity === 1 || severity === 4),
  },
  {
    filter: { status: { eq: "CLOSED" }, disposition: { eq: "TRUE_POSITIVE" } },
    wanted: ({ status, disposition }) => status === 2 && disposition === 1,
  },
  { filter: { host: { eq: "a" } }, wanted: ({ host }) => host === "a" },
  { filter: { time: { gte: new Date(end - 3 * dayMs) } }, wanted: ({ time }) => time.getTime() >= end - 3 * dayMs },
  {
    filter: { or: [{ host: { eq: "b" } }, { severity: { eq: "low" } }] },
    wanted: ({ host, severity }) => host === "b" || severity === 1,
  },
  { filter: { attack: { any: ["T9999"] } }, wanted: () => false },
];

test("figures are those of the rows, whatever is rolled up, has come since, or was changed", async () => {
  const next = random(11);
  const { database, actor } = rooms();
  const ids: string[] = [];
  for (let round = 0; round < 12; round++) {
    ids.push(...(await makeDetections(database, actor.tenantId, someDetections(40, next))));
    if (round % 3 === 1) await rollUp(database, { chunk: 17n });
    const some = ids.filter(() => next() < 0.1);
    await updateDetections(
      database,
      actor,
      {
        expected: new Map(some.map((id) => [id, undefined])),
        patch: { status: "CLOSED", disposition: "FALSE_POSITIVE" },
      },
      testNow,
    );
    await database.pool.query("update detection set severity = 4 where id = $1", [
      ids[Math.floor(next() * ids.length)],
    ]);
    if (round % 4 === 2) await rollUp(database);
    for (const { filter, wanted } of filters) {
      const fromMs = end - Math.floor(next() * 8 * dayMs);
      const span = { fromMs, toMs: fromMs + 1 + Math.floor(next() ** 2 * 6 * dayMs) };
      const answer = await ask(filter, span, next() < 0.5 ? "P1D" : "PT1H");
      const bounds = [...answer.slots.map((slot) => slot.fromMs), span.toMs];
      expect({ round, filter, ...answer }).toEqual({ round, filter, ...(await counted(wanted, span, bounds)) });
    }
  }
});

const rolledUp = async () => {
  const { rows } = await rooms().database.pool.query<{ sums: readonly number[] }>(
    `select array(select coalesce(sum(count), 0)::int from rollup_triage where minutes = m) as sums from unnest(array[15, 60, 360, 1440]) m`,
  );
  return rows.map(({ sums }) => sums[0]);
};

test("several that roll up at once add nothing twice", async () => {
  const { database, actor } = rooms();
  const made = someDetections(300, random(3));
  await makeDetections(database, actor.tenantId, made);
  await Promise.all([1, 2, 3, 4].map(() => rollUp(database, { chunk: 7n })));
  await rollUp(database);
  const real = made.filter(({ isTest }) => isTest !== true).length;
  expect(await rolledUp()).toEqual([real, real, real, real]);
});

test("one that is interrupted has added nothing, and the next adds it once", async () => {
  const { database, actor } = rooms();
  await makeDetections(database, actor.tenantId, [
    { ruleId: ruleIds[0] ?? 0, time: new Date(end - hourMs), arrival: testNow },
    { ruleId: ruleIds[0] ?? 0, time: new Date(end - hourMs), arrival: testNow },
  ]);
  await database.pool.query("alter table rollup_entity add constraint refuse check (false) not valid");
  await makeDetections(database, actor.tenantId, [
    { ruleId: ruleIds[0] ?? 0, time: testNow, arrival: testNow, host: "a" },
  ]);
  await expect(rollUp(database)).rejects.toThrow("refuse");
  expect(await rolledUp()).toEqual([0, 0, 0, 0]);
  await database.pool.query("alter table rollup_entity drop constraint refuse");
  await rollUp(database);
  await rollUp(database);
  expect(await rolledUp()).toEqual([3, 3, 3, 3]);
});

test("a read that takes too long fails by itself, and its siblings answer", async () => {
  const { database, actor, registry } = rooms();
  await makeDetections(database, actor.tenantId, someDetections(5, random(1)));
  const book = await registry.book(actor.tenantId);
  const zone = readZone("UTC");
  if (!zone) throw new Error("no zone");
  const span = { fromMs: end - 20 * dayMs, toMs: end };
  const stats = detectionStats(rooms(), { tenantId: actor.tenantId, book, filter: {}, includeTests: true, span, zone });
  // No such limit: a statement that the server refuses stands for one that it cancels.
  const [failed, total] = await Promise.allSettled([stats.topEntities("host", -1), stats.total()]);
  expect([failed.status, total]).toEqual(["rejected", { status: "fulfilled", value: 5 }]);
});
