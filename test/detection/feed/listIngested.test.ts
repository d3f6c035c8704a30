import { beforeAll, expect, test } from "vitest";
import { type DetectionFilter, type IngestedPage, listIngested } from "../../../src/detection/index.ts";
import { configureRules, createRegistry } from "../../../src/rules/index.ts";
import { connect } from "../../../src/store/connect.ts";
import { inTransaction, insertDetections, newUuid } from "../../../src/store/index.ts";
import { type TestRooms, testNow, useRooms } from "../../setup/rooms.ts";
import { addRule, ingest, type EventOptions } from "../../setup/samples.ts";

const rooms = useRooms();
const smtp = "00000000-0000-4000-8000-000000000001";
const seldom = "00000000-0000-4000-8000-000000000002";

beforeAll(async () => {
  await addRule(rooms(), { id: smtp, title: "Mail" });
  await addRule(rooms(), { id: seldom, title: "Seldom", needle: "seldom", tags: ["attack.t1059"] });
});

type Asked = Partial<Parameters<typeof listIngested>[2]> & {
  readonly filter?: DetectionFilter;
  readonly passed?: number;
};

const find = async ({ filter = {}, passed, ...page }: Asked = {}): Promise<IngestedPage> => {
  const query = { tenantId: rooms().actor.tenantId, filter, includeTests: false };
  const found = await listIngested(rooms(), query, { limit: 100, backward: false, ...page }, passed);
  if (found === undefined) throw new Error("it lies ahead");
  return found;
};

/** Where the order ends now. */
const now = async (): Promise<bigint> => (await find({ limit: 0, backward: true })).end;
const sequences = ({ items }: IngestedPage) => items.map(({ sequence }) => sequence);

test("pages follow one another from the first detection to the last", async () => {
  const start = await now();
  await ingest(rooms(), {}, {}, {}, {}, {});
  const first = await find({ after: start, limit: 2 });
  const second = await find({ after: first.end, limit: 2 });
  const third = await find({ after: second.end, limit: 2 });
  expect([first, second, third].flatMap(sequences)).toEqual([1n, 2n, 3n, 4n, 5n].map((n) => start + n));
  expect([first, second, third].map(({ hasNext }) => hasNext)).toEqual([true, true, false]);
});

test("an empty page ends where it began, and what comes later is found from there", async () => {
  const start = await now();
  const empty = await find({ after: start });
  expect(empty).toMatchObject({ items: [], end: start, hasNext: false });
  await ingest(rooms(), {});
  expect(sequences(await find({ after: empty.end }))).toEqual([start + 1n]);
});

test("pages lead backward as well, and meet the forward ones", async () => {
  const start = await now();
  await ingest(rooms(), {}, {}, {}, {});
  const last = await find({ backward: true, limit: 3 });
  expect(sequences(last)).toEqual([2n, 3n, 4n].map((n) => start + n));
  expect([last.hasPrevious, last.end]).toEqual([true, start + 4n]);
  const rest = await find({ backward: true, limit: 3, after: start, before: last.after + 1n });
  expect([sequences(rest), rest.hasPrevious, rest.hasNext]).toEqual([[start + 1n], false, true]);
});

test.each<{ page: Asked; because: string }>([
  { page: { limit: 0 }, because: "nothing is asked for" },
  { page: { limit: 0, backward: true }, because: "nothing is asked for, from the end" },
  { page: { before: 1n }, because: "nothing lies before the first" },
  { page: { backward: true, before: 1n }, because: "nothing lies before the first, from the end" },
])("$page finds nothing: $because", async ({ page }) => {
  expect((await find(page)).items).toEqual([]);
});

test("a place ahead of all detections is told apart from an empty page", async () => {
  const query = { tenantId: rooms().actor.tenantId, filter: {}, includeTests: false };
  const ahead = { limit: 1, backward: false, after: (await now()) + 1n };
  expect(await listIngested(rooms(), query, ahead)).toBeUndefined();
});

test.each([false, true])(
  "a filter that seldom finds anything takes a bounded step a page, backward: %s",
  async (backward) => {
    const start = await now();
    const others = Array.from({ length: 7 }, (): EventOptions => ({}));
    await ingest(rooms(), ...others, { script: "seldom" }, ...others);
    const filter = { attack: { any: ["T1059"] } };
    const pages: IngestedPage[] = [];
    let [after, before] = [start, (await now()) + 1n];
    for (let more = true; more;) {
      const page = await find({ filter, backward, after, before, passed: 4 });
      pages.push(page);
      if (backward) [before, more] = [page.after + 1n, page.hasPrevious];
      else [after, more] = [page.end, page.hasNext];
    }
    expect(pages.flatMap(sequences)).toEqual([start + 8n]);
    expect(pages.map(({ after: from, end }) => end - from)).toEqual([4n, 4n, 4n, 3n]);
  },
);

test("detections of rules on trial are passed over unless they are asked for", async () => {
  const start = await now();
  await configureRules(rooms(), rooms().actor, [seldom], { state: "TESTING" });
  await ingest(rooms(), { script: "seldom" }, {});
  expect(sequences(await find({ after: start }))).toEqual([start + 2n]);
});

test("a batch that has its place and is not committed holds back all that come after it", async () => {
  const { database, actor, registry } = rooms();
  const start = await now();
  const ruleId = (await registry.book(actor.tenantId)).byIdentity.get(smtp)?.id ?? -1;
  const id = newUuid(testNow.getTime());
  let later: Promise<unknown> = Promise.resolve();
  await inTransaction(database.pool, async (db) => {
    const row = {
      id,
      eventId: id,
      ruleId,
      time: testNow,
      revision: 1,
      severity: 2,
      isTest: false,
      evidence: '{"items":[]}',
      updatedAt: testNow,
    };
    await insertDetections(db, actor.tenantId, [{ ...row, host: "first", user: null, sourceAddress: null }]);
    later = ingest(rooms(), { host: "second" });
    expect(await find({ after: start })).toMatchObject({ items: [], end: start });
  });
  await later;
  expect((await find({ after: start })).items.map(({ host }) => host)).toEqual(["first", "second"]);
});

test("a filter knows a rule that another process has made, before it passes over what the rule has found", async () => {
  const { database, matcher, actor } = rooms();
  const start = await now();
  // It hears of nothing: neither by a notification nor by a poll.
  const deaf = {
    database,
    matcher,
    url: "postgresql://127.0.0.1:1/none",
    onFailure: () => undefined,
    clock: () => testNow,
    pollMs: 3_600_000,
  };
  const registry = createRegistry(deaf);
  await registry.book(actor.tenantId);
  await addRule(rooms(), { id: smtp.replace(/1$/, "9"), title: "New", needle: "brand-new", tags: ["attack.t1021"] });
  await ingest(rooms(), { script: "brand-new" });
  const query = { tenantId: actor.tenantId, filter: { attack: { any: ["T1021"] } }, includeTests: false };
  const page = await listIngested({ database, registry }, query, { limit: 10, backward: false, after: start });
  await registry.stop();
  expect(page?.items).toHaveLength(1);
});

test("whoever reads while several processes write sees every detection once, in the order that stays", async () => {
  const start = await now();
  const { url } = rooms().database;
  const others = [1, 2, 3].map(() => connect(url, { onError: () => undefined, maxConnections: 3 }));
  const pipelines = others.map((database): TestRooms => ({ ...rooms(), database: { ...database, url } }));
  let writing = true;
  const seen: string[] = [];
  const follow = async () => {
    let after = start;
    for (let more = true; more;) {
      // Before the read: what was written before it is in it.
      const wasWriting = writing;
      const page = await find({ after, limit: 7 });
      seen.push(...page.items.map(({ id }) => id));
      after = page.end;
      more = page.hasNext || wasWriting;
    }
  };
  const write = async (pipeline: TestRooms, size: number) => {
    for (let batch = 0; batch < 12; batch++) {
      await ingest(pipeline, ...Array.from({ length: 1 + ((batch * size) % 9) }, (): EventOptions => ({})));
    }
  };
  const reader = follow();
  await Promise.all(pipelines.flatMap((pipeline, i) => [write(pipeline, i + 1), write(pipeline, i + 4)]));
  writing = false;
  await reader;
  await Promise.all(others.map(({ close }) => close()));
  const { rows } = await rooms().database.pool.query<{ id: string }>(
    "select id from detection where sequence > $1 order by sequence",
    [start],
  );
  expect(seen).toEqual(rows.map(({ id }) => id));
  expect(seen.length).toBeGreaterThan(200);
});
