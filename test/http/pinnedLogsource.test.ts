import { beforeAll, expect, test } from "vitest";
import { authenticate, createKey, type KeyLogsource, listKeys, revokeKey } from "../../src/access/index.ts";
import { bearer, graphql, http, useApp } from "../setup/app.ts";
import { testNow } from "../setup/rooms.ts";
import { addRule } from "../setup/samples.ts";

const app = useApp();
beforeAll(() => addRule(app().rooms));

/** A record that shows what it is. */
const security = { EventID: 4624, Channel: "Security" };

async function newKey(name: string, logsource?: KeyLogsource): Promise<string> {
  const { database, actor } = app().rooms;
  const wanted = { name, role: "ingest", ...(logsource && { logsource }) } as const;
  return (await createKey(database, actor, wanted, testNow)) ?? "";
}

const post = (query: string, body: object, key: string) =>
  http(app())
    .post(`/v1/events${query}`)
    .set({ authorization: `Bearer ${key}` })
    .send(body);

async function newest() {
  const { rows } = await app().rooms.database.pool.query<{ product: string; categories: string[]; service: string }>(
    "select product, categories, service from event order by id desc limit 1",
  );
  const [row] = rows;
  return [row?.product, row?.categories.join("+"), row?.service];
}

interface Row {
  readonly key?: KeyLogsource;
  readonly query?: string;
  readonly wrapper?: KeyLogsource;
  readonly record?: object;
  readonly is: readonly (string | null)[];
  readonly because: string;
}

test.each<Row>([
  { record: security, is: ["windows", "", "security"], because: "the record shows it" },
  { key: { product: "key" }, record: security, is: ["key", "", "security"], because: "the key wins over the record" },
  {
    key: { product: "key" },
    query: "?product=request",
    is: ["request", "", null],
    because: "the request wins over the key",
  },
  {
    key: { product: "key", service: "key" },
    query: "?product=request&category=request",
    wrapper: { product: "wrapper" },
    is: ["wrapper", "request", "key"],
    because: "the event's own word wins, each dimension for itself",
  },
  {
    query: "?category=ps_script&product=windows",
    is: ["windows", "ps_script", null],
    because: "a request says what is not recognised",
  },
  { query: "?service=a%20b", is: [null, "", "a b"], because: "names are decoded" },
])(
  "with $key, $query and $wrapper an event is $is: $because",
  async ({ key, query = "", wrapper, record, is, because }) => {
    const body = { ...(wrapper && { logsource: wrapper }), record: record ?? { a: 1 } };
    const { status } = await post(query, body, await newKey(because, key));
    expect(status).toBe(200);
    expect(await newest()).toEqual(is);
  },
);

test("events that are pinned find the rules of that logsource", async () => {
  const { body } = await post(
    "?product=windows&category=ps_script",
    { ScriptBlockText: "Send-MailMessage" },
    app().keys.ingest,
  );
  expect(body).toMatchObject({ accepted: 1, detections: [{ title: "Sample" }] });
});

test.each([
  { query: "?prodcut=windows", message: "there is no parameter prodcut: there are product, category, service, source" },
  { query: "?product=", message: "product is given once, as a text of 1 to 200 characters" },
  { query: "?product=a&product=b", message: "product is given once, as a text of 1 to 200 characters" },
  { query: `?service=${"x".repeat(201)}`, message: "service is given once, as a text of 1 to 200 characters" },
])("$query is refused: $message", async ({ query, message }) => {
  const { status, body } = await post(query, { a: 1 }, app().keys.ingest);
  expect([status, body]).toEqual([400, { error: { code: "BAD_QUERY", message } }]);
});

test("the mutation pins in the same order", async () => {
  const key = await newKey("graphql", { product: "key", service: "key" });
  const { body } = await http(app())
    .post("/graphql")
    .set({ authorization: `Bearer ${key}` })
    .send({
      query: `mutation { ingestEvents(
        logsource: { product: "request", category: "request" }
        events: [{ record: { a: 1 }, logsource: { category: "event" } }]
      ) { accepted } }`,
    });
  expect(body).toMatchObject({ data: { ingestEvents: { accepted: 1 } } });
  expect(await newest()).toEqual(["request", "event", "key"]);
});

test("an empty name is refused by the mutation", async () => {
  const { errors } = await graphql(
    app(),
    "ingest",
    'mutation { ingestEvents(logsource: { product: "" }, events: []) { accepted } }',
  );
  expect(errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
});

test("a key says its logsource in the list, and loses it when its name is given anew", async () => {
  const { database, actor } = app().rooms;
  const logsource = { product: "aws", service: "cloudtrail" };
  const key = await newKey("pinned", logsource);
  const listed = async () =>
    (await listKeys(database, actor.tenantId)).find(({ name }) => name === "pinned")?.logsource;
  expect(await listed()).toEqual(logsource);
  expect(await authenticate(database, { key, address: "192.0.2.1" }, testNow)).toMatchObject({ logsource });
  await revokeKey(database, actor, "pinned", testNow);
  await newKey("pinned");
  expect(await listed()).toBeUndefined();
});

test("a viewer may not pin either", async () => {
  const { status } = await http(app()).post("/v1/events?product=x").set(bearer(app(), "viewer")).send({ a: 1 });
  expect(status).toBe(403);
});
