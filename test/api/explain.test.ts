import { beforeAll, expect, test } from "vitest";
import { configureRules, createRule } from "../../src/rules/index.ts";
import { graphql, useApp } from "../setup/app.ts";
import { addRule, ingest, scriptBlock } from "../setup/samples.ts";

const app = useApp();
const id = "00000000-0000-4000-8000-000000000001";
const offId = "00000000-0000-4000-8000-000000000002";
let events: readonly string[];

beforeAll(async () => {
  const { rooms } = app();
  await addRule(rooms);
  await addRule(rooms, { id: offId, title: "Off", category: "process_creation" });
  await createRule(
    rooms,
    rooms.actor,
    "title: F\nname: f\nlogsource: { product: windows }\nfilter: { rules: any, s: { Computer: skipped }, condition: not s }\n",
  );
  await configureRules(rooms, rooms.actor, [offId], { state: "DISABLED" });
  await ingest(rooms, { host: "h1" }, { host: "skipped" }, { script: "x".repeat(10_000) });
  const { rows } = await rooms.database.pool.query<{ id: string }>("select id from event order by id");
  events = rows.map((row) => row.id);
});

const parts = `
  verdict
  isLive
  event { id }
  logsource { dimension asked had holds }
  nodes {
    __typename
    depth
    holds
    ... on ExplainedExpression { kind text }
    ... on ExplainedSelection { name }
    ... on ExplainedGroup { linking }
    ... on ExplainedItem { field modifiers linking negated had { presence values { type text length } valuesOmitted } }
    ... on ExplainedValue { pattern { text length } foundField foundValue { text length } otherField }
  }
  nodesOmitted
`;

interface Explanation {
  readonly verdict: string;
  readonly isLive: boolean;
  readonly event: { readonly id: string } | null;
  readonly logsource: readonly object[];
  readonly nodes: readonly (Readonly<Record<string, unknown>> & { readonly depth: number; readonly holds: boolean })[];
  readonly nodesOmitted: number;
}

const explain = (rule: string, event: string | undefined) =>
  graphql<{ explain: Explanation }>(
    app(),
    "viewer",
    `query ($rule: ID!, $event: ID!) { explain(rule: $rule, event: $event) { ${parts} } }`,
    { rule, event },
  );

const explainRecord = (variables: object) =>
  graphql<{ explainRecord: Explanation }>(
    app(),
    "viewer",
    `query ($rule: ID!, $record: JSON!, $logsource: DeclaredLogsource) { explainRecord(rule: $rule, record: $record, logsource: $logsource) { ${parts} } }`,
    variables,
  );

test("a match is explained part by part", async () => {
  const { data, errors } = await explain(id, events[0]);
  expect(errors).toBeUndefined();
  expect(data.explain).toMatchObject({ verdict: "MATCH", isLive: true, event: { id: events[0] }, nodesOmitted: 0 });
  expect(data.explain.logsource).toEqual([
    { dimension: "PRODUCT", asked: "windows", had: ["windows"], holds: true },
    { dimension: "CATEGORY", asked: "ps_script", had: ["ps_script"], holds: true },
  ]);
  expect(data.explain.nodes).toContainEqual({
    __typename: "ExplainedValue",
    depth: 4,
    holds: true,
    pattern: { text: "Send-MailMessage", length: 16 },
    foundField: null,
    foundValue: { text: "Send-MailMessage -To a@example.org", length: 34 },
    otherField: null,
  });
});

test("what a filter excludes is explained by the filter", async () => {
  const { data } = await explain(id, events[1]);
  expect(data.explain.verdict).toBe("NO_MATCH");
  const failed = data.explain.nodes.filter(({ holds }) => !holds).map(({ text }) => text);
  expect(failed).toHaveLength(2);
  expect(failed[1]).toMatch(/^not /);
  expect(data.explain.nodes).toContainEqual(
    expect.objectContaining({ __typename: "ExplainedItem", field: "Computer", holds: true }),
  );
});

test("what a field has instead is told, its length if it is long", async () => {
  const { data } = await explain(id, events[2]);
  const item = data.explain.nodes.find(({ __typename }) => __typename === "ExplainedItem");
  expect(item).toMatchObject({
    field: "ScriptBlockText",
    modifiers: ["contains"],
    linking: "ANY",
    negated: false,
    had: { presence: "VALUES", values: [{ type: "STRING", text: "x".repeat(300), length: 10_000 }], valuesOmitted: 0 },
  });
});

test("a rule that is switched off is explained, and says so", async () => {
  const { data } = await explain(offId, events[0]);
  expect(data.explain).toMatchObject({ verdict: "NOT_CONSIDERED", isLive: false });
  expect(data.explain.logsource).toContainEqual({
    dimension: "CATEGORY",
    asked: "process_creation",
    had: ["ps_script"],
    holds: false,
  });
});

test.each([
  { record: scriptBlock(), logsource: undefined, verdict: "MATCH", because: "it is recognised" },
  { record: JSON.stringify(scriptBlock()), logsource: undefined, verdict: "MATCH", because: "a text is read" },
  {
    record: { ScriptBlockText: "Send-MailMessage" },
    logsource: undefined,
    verdict: "NOT_CONSIDERED",
    because: "it could be anything",
  },
  {
    record: { ScriptBlockText: "Send-MailMessage" },
    logsource: { product: "windows", category: "ps_script" },
    verdict: "MATCH",
    because: "it is declared",
  },
  {
    record: {},
    logsource: { product: "windows", category: "ps_script" },
    verdict: "NO_MATCH",
    because: "the field is absent",
  },
])("a record is explained as $verdict: $because", async ({ record, logsource, verdict }) => {
  const { data, errors } = await explainRecord({ rule: id, record, logsource });
  expect(errors).toBeUndefined();
  expect(data.explainRecord).toMatchObject({ verdict, event: null });
});

test.each([
  { ask: () => explain("nobody", events[0]), message: "there is no rule nobody" },
  { ask: () => explain(id, "x"), message: "there is no event x" },
  { ask: () => explain("f", events[0]), message: "f cannot be explained: it is a filter" },
  { ask: () => explainRecord({ rule: id, record: "{" }), message: "record: invalid-json: line 1" },
  { ask: () => explainRecord({ rule: id, record: [] }), message: "record: not-an-object" },
])("what cannot be explained is an error: $message", async ({ ask, message }) => {
  const { errors } = await ask();
  expect(errors?.[0]?.message).toContain(message);
  expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});

test("keys that may not read get no explanation", async () => {
  const { status } = await graphql(app(), "ingest", `{ explainRecord(rule: "${id}", record: {}) { verdict } }`);
  expect(status).toBe(403);
});

test("an explanation ends somewhere", async () => {
  const selection = Array.from({ length: 3_000 }, (_, i) => `      - { A: ${i}, B: ${i} }`).join("\n");
  const yaml = `title: Long\nname: long\nlogsource: {}\ndetection:\n    s:\n${selection}\n    condition: s\n`;
  await createRule(app().rooms, app().rooms.actor, yaml);
  const { data } = await explainRecord({ rule: "long", record: { A: 5 } });
  expect(data.explainRecord.nodes.length).toBeLessThan(300);
  expect(data.explainRecord.verdict).toBe("NO_MATCH");
});

test("a stored event is still of all its services", async () => {
  const { rooms } = app();
  const rule =
    "title: Mail rule\nname: mail_rule\nlogsource: { product: m365, service: exchange }\n" +
    "detection: { s: { eventName: New-InboxRule }, condition: s }\n";
  await createRule(rooms, rooms.actor, rule);
  const record = { RecordType: 1, Workload: "Exchange", Operation: "New-InboxRule" };
  const { data } = await graphql<{ ingestEvents: { detections: { id: string }[] } }>(
    app(),
    "admin",
    "mutation ($record: JSON!) { ingestEvents(events: [{ record: $record }]) { detections { id } } }",
    { record },
  );
  const found = await graphql<{ detection: { event: { id: string; service: string; otherServices: string[] } } }>(
    app(),
    "viewer",
    "query ($id: ID!) { detection(id: $id) { event { id service otherServices } } }",
    { id: data.ingestEvents.detections[0]?.id },
  );
  const { event } = found.data.detection;
  expect(event).toMatchObject({ service: "audit", otherServices: ["exchange"] });
  expect((await explain("mail_rule", event.id)).data.explain).toMatchObject({
    verdict: "MATCH",
    logsource: [{ dimension: "PRODUCT" }, { dimension: "SERVICE", had: ["audit", "exchange"], holds: true }],
  });
});
