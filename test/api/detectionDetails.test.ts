import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { updateRule } from "../../src/rules/index.ts";
import { graphql, useApp } from "../setup/app.ts";
import { addRule, ingest, ruleYaml } from "../setup/samples.ts";
import { testNow } from "../setup/rooms.ts";

const app = useApp();
const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;
const hourMs = 3_600_000;

/** 62 detections: on ten hosts, by two rules of which both find the first event. */
beforeAll(async () => {
  const { rooms } = app();
  await addRule(rooms, { id: id(1), title: "Mail" });
  await addRule(rooms, { id: id(2), title: "Both", needle: "second-needle" });
  const hosts = Array.from({ length: 60 }, (_, place) => ({ host: `h${place % 10}` }));
  await ingest(rooms, { script: "Send-MailMessage second-needle", host: "h8" }, ...hosts);
});

interface Nodes {
  readonly detections: { readonly nodes: readonly Record<string, unknown>[] };
}

test("evidence is highlighted by the text of the rule that fired, whatever it is now", async () => {
  const { rooms } = app();
  await addRule(rooms, { id: id(3), title: "Old", needle: "THIRD" });
  await ingest(rooms, { script: "a third needle" });
  const yaml = ruleYaml({ id: id(3), title: "New", needle: "other" });
  await updateRule(rooms, rooms.actor, { identity: id(3), yaml, expectedVersion: 1 });
  const { data } = await graphql<Nodes>(
    app(),
    "viewer",
    `{ detections(filter: { rule: { eq: "${id(3)}" } }) { nodes { rule { title } evidence { value ranges { start end } } } } }`,
  );
  expect(data.detections.nodes).toEqual([
    { rule: { title: "New" }, evidence: [{ value: "a third needle", ranges: [{ start: 2, end: 7 }] }] },
  ]);
});

test("an event tells its fields by the names that rules use", async () => {
  const { data } = await graphql<Nodes>(
    app(),
    "viewer",
    `
      {
        detections(first: 1, filter: { host: { eq: "h8" } }, order: OLDEST) {
          nodes {
            event {
              fields(names: ["ScriptBlockText", "EventID", "absent"]) {
                name
                values
              }
              all: fields {
                name
              }
            }
          }
        }
      }
    `,
  );
  expect(data.detections.nodes[0]?.["event"]).toMatchObject({
    fields: [
      { name: "ScriptBlockText", values: ["Send-MailMessage second-needle"] },
      { name: "EventID", values: ["4104"] },
    ],
    all: expect.arrayContaining([{ name: "Channel" }, { name: "Computer" }]) as object,
  });
});

test.each([
  { relation: "by: HOST", count: 7, because: "the other six of h8, and the same event's" },
  { relation: "by: RULE, first: 100", count: 60, because: "the others of the rule" },
  { relation: "by: RULE, first: 3", count: 3, because: "as many as are asked for" },
  { relation: "by: EVENT", count: 1, because: "the other rule's of the same event" },
  { relation: "by: USER", count: 0, because: "it has no user" },
  { relation: "by: SOURCE_ADDRESS", count: 0, because: "it has no source address" },
])("related($relation) finds $count: $because", async ({ relation, count }) => {
  const { data, errors } = await graphql<Nodes>(
    app(),
    "viewer",
    `{ detections(order: OLDEST, filter: { and: [{ rule: { eq: "${id(1)}" } }, { host: { eq: "h8" } }] }, first: 1) {
      nodes { id related(${relation}) { id } }
    } }`,
  );
  expect(errors).toBeUndefined();
  const [node] = data.detections.nodes;
  const related = node?.["related"] as readonly { id: string }[];
  expect(related).toHaveLength(count);
  expect(related.map((one) => one.id)).not.toContain(node?.["id"]);
  expect(related.map((one) => one.id)).toEqual(
    related
      .map((one) => one.id)
      .toSorted()
      .toReversed(),
  );
});

test("related detections lie within a span before and after, and those on trial only where asked for", async () => {
  const { rooms } = app();
  const { pool } = rooms.database;
  for (const hours of [-30, -3, -1, 0]) {
    rooms.setNow(new Date(testNow.getTime() + hours * hourMs));
    await ingest(rooms, { host: "spread" });
  }
  rooms.setNow(testNow);
  await pool.query(
    "update detection set is_test = true where id = (select id from detection where host = 'spread' order by id desc limit 1)",
  );
  const related = async (argument: string) => {
    const { data } = await graphql<Nodes>(
      app(),
      "viewer",
      `{ detections(filter: { host: { eq: "spread" }, detectedAt: { lt: "-PT30M" } }, first: 1) { nodes { related(by: HOST${argument}) { id } } } }`,
    );
    return (data.detections.nodes[0]?.["related"] as readonly object[]).length;
  };
  expect(await related("")).toBe(1);
  expect(await related(", includeTests: true")).toBe(2);
  expect(await related(', within: "PT1H"')).toBe(0);
  expect(await related(', within: "PT1H", includeTests: true')).toBe(1);
  expect(await related(', within: "P2D"')).toBe(2);
});

test.each([
  { argument: 'within: "P32D"', message: /not between PT0S and P31D/, because: "it is too far" },
  { argument: 'within: "-PT1H"', message: /not between/, because: "it goes both ways already" },
  { argument: 'within: "P1M"', message: /not between/, because: "a month has no length" },
  { argument: 'within: "24h"', message: /no duration/, because: "it is none" },
  { argument: "first: 101", message: /outside of 0 to 100/, because: "a list has an end" },
])("related($argument) is refused: $because", async ({ argument, message }) => {
  const query = `{ detections(first: 1) { nodes { related(by: HOST, ${argument}) { id } } } }`;
  const { errors } = await graphql(app(), "viewer", query);
  expect(errors?.[0]?.message).toMatch(message);
  expect(errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
});

/** Statements on what the request is about: others, such as those that look for new rules, may run at any time. */
async function statementsOf<T>(work: () => Promise<T>): Promise<{ count: number; result: T }> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    const result = await work();
    const texts = spy.mock.calls.map(([query]: readonly unknown[]) =>
      typeof query === "string" ? query : (query as { readonly text: string }).text,
    );
    return {
      count: texts.filter((text) => /\b(detection|event|detection_activity|rule_revision)\b/.test(text)).length,
      result,
    };
  } finally {
    spy.mockRestore();
  }
}

const nested = (first: number) => `{
  detections(first: ${first}, filter: { detectedAt: { gte: "-PT1S" } }) {
    nodes {
      rule { title }
      ruleRevision { yaml }
      evidence { value ranges { start end } }
      event { host fields(names: ["EventID"]) { values } detections { id } }
      activity { kind actor }
      sameHost: related(by: HOST, first: 2) { id rule { title } }
      sameEvent: related(by: EVENT, first: 2) { id }
    }
  }
}`;

test("a list costs the same number of statements however long it is", async () => {
  const ask = (first: number) => statementsOf(() => graphql<Nodes>(app(), "viewer", nested(first)));
  const one = await ask(1);
  const fifty = await ask(50);
  expect(fifty.result.errors).toBeUndefined();
  expect(fifty.result.data.detections.nodes).toHaveLength(50);
  expect([one.count, fifty.count]).toEqual([8, 8]);
});
