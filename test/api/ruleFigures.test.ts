import { beforeAll, expect, test, vi } from "vitest";
import { graphql, useApp } from "../setup/app.ts";
import { testNow } from "../setup/rooms.ts";
import { addRule, ingest } from "../setup/samples.ts";

const app = useApp();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const read = async <Data>(query: string, variables: object = {}) => {
  const { data, errors } = await graphql<Data>(app(), "admin", query, variables);
  expect(errors).toBeUndefined();
  return data;
};

const hourMs = 3_600_000;
const earlier = new Date(testNow.getTime() - 30 * hourMs);

beforeAll(async () => {
  const { rooms } = app();
  for (const [n, name] of ["often", "once", "early", "never"].entries()) {
    await addRule(rooms, { id: uuid(n + 1), title: `Rule ${name}`, needle: `needle-${name}` });
  }
  rooms.setNow(earlier);
  await ingest(rooms, { script: "needle-early" });
  rooms.setNow(testNow);
  await ingest(rooms, ...Array.from({ length: 7 }, (_, n) => ({ script: "needle-often", host: `ws${n}` })));
  rooms.setNow(new Date(testNow.getTime() + 1));
  await ingest(rooms, { script: "needle-once" });
  rooms.setNow(testNow);
});

const close = async (hosts: readonly string[], disposition: string) => {
  const { detections } = await read<{ detections: { nodes: { id: string }[] } }>(
    "query ($hosts: [String!]) { detections(filter: { host: { in: $hosts } }) { nodes { id } } }",
    { hosts },
  );
  await read(
    `mutation ($ids: [ID!]!) { updateDetections(ids: $ids, status: CLOSED, disposition: ${disposition}) { changed { id } } }`,
    { ids: detections.nodes.map(({ id }) => id) },
  );
};

const figuresOf = (n: number, days = 7) =>
  read<{ rule: object }>(
    `{ rule(id: "${uuid(n)}") { lastFired figures(days: ${days}) { detections { value isExact } open judged falsePositiveRatio } } }`,
  );

test("a rule's figures say when it fired, how often, what is open and what was false", async () => {
  expect(await figuresOf(1)).toEqual({
    rule: {
      lastFired: testNow.toISOString(),
      figures: { detections: { value: 7, isExact: true }, open: 7, judged: 0, falsePositiveRatio: null },
    },
  });
  await close(["ws0", "ws1", "ws2"], "FALSE_POSITIVE");
  await close(["ws3"], "TRUE_POSITIVE");
  expect(await figuresOf(1)).toMatchObject({ rule: { figures: { open: 3, judged: 4, falsePositiveRatio: null } } });
  await close(["ws4"], "DUPLICATE");
  expect(await figuresOf(1)).toMatchObject({ rule: { figures: { open: 2, judged: 5, falsePositiveRatio: 0.6 } } });
});

test("figures are of the days asked for, the last detection is of any day", async () => {
  const last = { lastFired: earlier.toISOString() };
  expect(await figuresOf(3, 1)).toMatchObject({ rule: { ...last, figures: { detections: { value: 0 } } } });
  expect(await figuresOf(3, 2)).toMatchObject({ rule: { ...last, figures: { detections: { value: 1 } } } });
  expect(await figuresOf(4)).toMatchObject({ rule: { lastFired: null, figures: { detections: { value: 0 } } } });
});

test.each([
  { orderBy: "TITLE", titles: ["early", "never", "often", "once"] },
  { orderBy: "LAST_FIRED", titles: ["once", "often", "early", "never"] },
  { orderBy: "LONGEST_SILENT", titles: ["never", "early", "often", "once"] },
  { orderBy: "MOST_DETECTIONS", titles: ["often", "early", "once", "never"] },
])("rules are ordered by $orderBy, and paged in that order", async ({ orderBy, titles }) => {
  const page = (after: string | null) =>
    read<{ rules: { nodes: { title: string }[]; pageInfo: { endCursor: string } } }>(
      `query ($after: String) { rules(orderBy: ${orderBy}, first: 2, after: $after) { nodes { title } pageInfo { endCursor } } }`,
      { after },
    );
  const first = (await page(null)).rules;
  const second = (await page(first.pageInfo.endCursor)).rules;
  expect([...first.nodes, ...second.nodes].map(({ title }) => title.replace("Rule ", ""))).toEqual(titles);
});

test.each([
  { filter: "firedInDays: 1", titles: ["often", "once"] },
  { filter: "firedInDays: 2", titles: ["early", "often", "once"] },
  { filter: "silentForDays: 1", titles: ["early", "never"] },
  { filter: "silentForDays: 2", titles: ["never"] },
  { filter: "silentForDays: 2, firedInDays: 1", titles: [] },
])("rules are filtered by what they found: $filter", async ({ filter, titles }) => {
  const { rules, exportRules } = await read<{
    rules: { totalCount: number; nodes: { title: string }[] };
    exportRules: { count: number };
  }>(`{ rules(filter: { ${filter} }) { totalCount nodes { title } } exportRules(filter: { ${filter} }) { count } }`);
  expect(rules.nodes.map(({ title }) => title.replace("Rule ", ""))).toEqual(titles);
  expect([rules.totalCount, exportRules.count]).toEqual([titles.length, titles.length]);
});

test("which rules have never fired, and why, is one request", async () => {
  const { rules } = await read<{ rules: { nodes: object[] } }>(
    `{ rules(filter: { kind: { eq: RULE }, state: { in: [ACTIVE, TESTING] }, silentForDays: 30 }) {
         nodes { title lastFired coverage(days: 30) { verdict summary } } } }`,
  );
  expect(rules.nodes).toEqual([
    { title: "Rule never", lastFired: null, coverage: { verdict: "CAN_FIRE", summary: expect.any(String) as string } },
  ]);
});

test("the figures of a page of rules are one statement, however many rules", async () => {
  const statements = async (first: number) => {
    const queries = vi.spyOn(app().rooms.database.pool, "query");
    await read(`{ rules(first: ${first}) { nodes { lastFired figures { open } } } }`);
    // Prisma hands over objects; what counts detections is a text.
    const texts = queries.mock.calls.filter(([text]: readonly unknown[]) => {
      return typeof text === "string" && text.includes("from detection");
    });
    queries.mockRestore();
    return texts.length;
  };
  expect([await statements(1), await statements(4)]).toEqual([2, 2]);
});

test("a rule's cost is its share of what matching takes, and unknown until events were measured", async () => {
  const costOf = async (n: number) => {
    const { rule } = await read<{ rule: { costShare: number | null } }>(`{ rule(id: "${uuid(n)}") { costShare } }`);
    return rule.costShare;
  };
  expect(await costOf(2)).toBeNull();
  await ingest(app().rooms, ...Array.from({ length: 64 }, () => ({ script: "needle-once" })));
  expect(await costOf(2)).toBeGreaterThan(0);
  expect(await costOf(2)).toBeLessThan(1);
  expect(await costOf(4)).toBe(0);
});
