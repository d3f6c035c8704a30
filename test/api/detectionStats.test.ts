import { beforeAll, expect, test } from "vitest";
import { rollUp } from "../../src/store/index.ts";
import { graphql, useApp } from "../setup/app.ts";
import { makeDetections } from "../setup/detections.ts";
import { testNow } from "../setup/rooms.ts";
import { addRule } from "../setup/samples.ts";

const app = useApp();
const mail = "00000000-0000-4000-8000-000000000001";
const name = "00000000-0000-4000-8000-000000000002";
const hourMs = 3_600_000;
const range = '{ from: "2026-11-23T00:00:00Z", to: "2026-11-23T12:00:00Z" }';

/** In the last twelve hours 3 of one rule and 1 of another, 2 before; one of them is not rolled up. */
beforeAll(async () => {
  const { rooms } = app();
  await addRule(rooms, { id: mail, title: "Mail" });
  await addRule(rooms, { id: name, title: "Name", tags: ["attack.t1048.001", "attack.t1059.001"] });
  const { byIdentity } = await rooms.registry.refresh(rooms.actor.tenantId);
  const make = (id: string, hoursAgo: number, more: object = {}) => ({
    ruleId: byIdentity.get(id)?.id ?? -1,
    time: new Date(testNow.getTime() - hoursAgo * hourMs),
    arrival: testNow,
    host: "h1",
    ...more,
  });
  await makeDetections(rooms.database, rooms.actor.tenantId, [
    make(mail, 1, { severity: 3, user: "u1", sourceAddress: "10.0.0.1" }),
    make(mail, 2, { host: "h2", isTest: false }),
    make(mail, 2, { isTest: true }),
    make(mail, 13),
    make(name, 14),
  ]);
  await rollUp(rooms.database);
  await makeDetections(rooms.database, rooms.actor.tenantId, [
    make(name, 3),
    make(mail, 3, { status: 2, disposition: 3 }),
  ]);
});

const stats = async (fields: string, args = `range: ${range}`) =>
  await graphql<{ detectionStats: Record<string, unknown> | null }>(
    app(),
    "viewer",
    `{ detectionStats(${args}) { ${fields} } }`,
  );

test("one query has all that a dashboard shows", async () => {
  const { data, errors } = await stats(`
    total totalChange
    bySeverity { severity count }
    byStatus { status count }
    byDisposition { disposition count }
    byTechnique(rollUp: true) { technique { id } count }
    byRule { rule { title } count }
    byLogsource { logsource { product category } count }
    topHosts { value count }
    topUsers { value count }
    topSourceAddresses { value count }
    previous { total from to }
  `);
  expect(errors).toBeUndefined();
  expect(data.detectionStats).toMatchObject({
    total: 4,
    totalChange: 1,
    bySeverity: [
      { severity: "INFORMATIONAL", count: 0 },
      { severity: "LOW", count: 0 },
      { severity: "MEDIUM", count: 3 },
      { severity: "HIGH", count: 1 },
      { severity: "CRITICAL", count: 0 },
    ],
    byStatus: [
      { status: "NEW", count: 3 },
      { status: "IN_PROGRESS", count: 0 },
      { status: "CLOSED", count: 1 },
    ],
    byTechnique: [
      { technique: { id: "T1048" }, count: 4 },
      { technique: { id: "T1059" }, count: 1 },
    ],
    byRule: [
      { rule: { title: "Mail" }, count: 3 },
      { rule: { title: "Name" }, count: 1 },
    ],
    byLogsource: [{ logsource: { product: "windows", category: "ps_script" }, count: 4 }],
    topHosts: [
      { value: "h1", count: 3 },
      { value: "h2", count: 1 },
    ],
    topUsers: [{ value: "u1", count: 1 }],
    topSourceAddresses: [{ value: "10.0.0.1", count: 1 }],
    previous: { total: 2, from: "2026-11-22T12:00:00.000Z", to: "2026-11-23T00:00:00.000Z" },
  });
});

test("a histogram has every slot, and the parts that it is split in", async () => {
  const { data } = await stats(
    "histogram(interval: PT6H, by: RULE, top: 1) { interval slots { from total } series { rule { title } total counts } }",
  );
  expect(data.detectionStats?.["histogram"]).toEqual({
    interval: "PT6H",
    slots: [
      { from: "2026-11-23T00:00:00.000Z", total: 0 },
      { from: "2026-11-23T06:00:00.000Z", total: 4 },
    ],
    series: [
      { rule: { title: "Mail" }, total: 3, counts: [0, 3] },
      { rule: null, total: 1, counts: [0, 1] },
    ],
  });
});

test("by tactic a detection is in every tactic that its rule has", async () => {
  const { data } = await stats(
    "byTactic { tactic { shortName } count } histogram(by: TACTIC) { series { tactic { shortName } total } }",
  );
  const found = data.detectionStats as {
    byTactic: readonly { tactic: { shortName: string }; count: number }[];
    histogram: { series: readonly { tactic: { shortName: string }; total: number }[] };
  };
  const some = found.byTactic.filter(({ count }) => count > 0).map(({ tactic, count }) => [tactic.shortName, count]);
  expect(some).toEqual([
    ["execution", 1],
    ["exfiltration", 4],
  ]);
  expect(
    found.histogram.series.filter(({ total }) => total > 0).map(({ tactic, total }) => [tactic.shortName, total]),
  ).toEqual(some);
});

test("tests count where they are asked for", async () => {
  expect((await stats("total", `range: ${range}, includeTests: true`)).data.detectionStats).toEqual({ total: 5 });
});

test("how long triage took is told of what was triaged", async () => {
  const { rooms } = app();
  const [id] = await makeDetections(rooms.database, rooms.actor.tenantId, [
    {
      ruleId: 1,
      time: new Date(testNow.getTime() - 100 * 24 * hourMs),
      arrival: new Date(testNow.getTime() - 2 * hourMs),
    },
  ]);
  await graphql(
    app(),
    "analyst",
    `mutation { updateDetections(ids: ["${id}"], status: IN_PROGRESS) { changed { id } } }`,
  );
  const args = 'range: { from: "2026-08-01T00:00:00Z", to: "2026-09-01T00:00:00Z" }';
  const { data } = await stats(
    "timeToAcknowledge { count meanSeconds medianSeconds } timeToClose { count meanSeconds }",
    args,
  );
  expect(data.detectionStats).toEqual({
    timeToAcknowledge: { count: 1, meanSeconds: 7_200, medianSeconds: 7_200 },
    timeToClose: { count: 0, meanSeconds: null },
  });
});

test.each([
  { args: `range: ${range}, timeZone: "Middle/Earth"`, fields: "total", message: /timeZone.*Europe\/Berlin/ },
  {
    args: 'range: { from: "2026-11-23T12:00:00Z", to: "2026-11-23T12:00:00Z" }',
    fields: "total",
    message: /begin before/,
  },
  {
    args: 'range: { from: "2026-01-01T00:00:00Z", to: "2026-11-23T12:00:00Z" }',
    fields: "histogram(interval: PT1M) { interval }",
    message: /PT1M makes 470160 slots.*longer/,
  },
  { args: `range: ${range}`, fields: "topHosts(first: 501) { value }", message: /501 is outside/ },
])("$args with $fields is refused: $message", async ({ args, fields, message }) => {
  const { errors } = await stats(fields, args);
  expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: "BAD_USER_INPUT" } }]);
});

test("another tenant's detections count for nobody else", async () => {
  const { rooms } = app();
  const { rows } = await rooms.database.pool.query<{ id: number }>(
    "insert into tenant (name) values ('other') returning id",
  );
  const tenantId = rows[0]?.id ?? -1;
  await rooms.database.pool.query("insert into detection_sequence (tenant_id) values ($1)", [tenantId]);
  await makeDetections(rooms.database, tenantId, [
    { ruleId: 1, time: new Date(testNow.getTime() - hourMs), arrival: testNow, host: "theirs" },
  ]);
  await rollUp(rooms.database);
  expect((await stats("total topHosts { value }")).data.detectionStats).toEqual({
    total: 4,
    topHosts: [{ value: "h1" }, { value: "h2" }],
  });
});
