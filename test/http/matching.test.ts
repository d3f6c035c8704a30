import { beforeAll, expect, test } from "vitest";
import { mortalThreads } from "../matching/useMatcher.ts";
import { bearer, graphql, http, useApp } from "../setup/app.ts";
import { addRule, scriptBlock } from "../setup/samples.ts";

const { start, doom } = mortalThreads();
const app = useApp({ threads: 2, start });

beforeAll(async () => {
  await addRule(app().rooms);
  await app().rooms.matcher.ready();
});

const post = (body: string) => http(app()).post("/v1/events").set(bearer(app(), "ingest")).send(body);

const count = async (): Promise<number> => {
  const { rows } = await app().rooms.database.pool.query<{ n: number }>("select count(*)::int as n from event");
  return rows[0]?.n ?? -1;
};

const lines = (records: readonly object[]) => records.map((record) => JSON.stringify(record)).join("\n");

test("threads find what events of one request have in them, in its order, and broken ones are refused as ever", async () => {
  const deep = `${'{"a":'.repeat(70)}1${"}".repeat(70)}`;
  const wide = JSON.stringify({ list: Array.from({ length: 20_001 }, () => 1) });
  const sound = Array.from({ length: 200 }, (_, i) => scriptBlock(i % 2 === 0 ? {} : { script: "Get-Date" }));
  const { status, body } = await post(
    [lines(sound), "[1", "7", deep, wide, lines([{ record: {}, id: "" }])].join("\n"),
  );
  expect(status).toBe(200);
  const { accepted, rejected, detections } = body as {
    accepted: number;
    rejected: readonly { index: number; code: string }[];
    detections: readonly { index: number }[];
  };
  expect(accepted).toBe(200);
  expect(rejected.map(({ index, code }) => `${index} ${code}`)).toEqual([
    "200 invalid-json",
    "201 not-an-object",
    "202 too-deep",
    "203 too-many-leaves",
    "204 invalid-wrapper",
  ]);
  expect(detections.map(({ index }) => index)).toEqual(Array.from({ length: 100 }, (_, i) => i * 2));
});

test("a wrapped record is matched by itself, as what its sender says it is", async () => {
  const wrapped = {
    id: "wrapped",
    logsource: { product: "windows", category: "ps_script" },
    record: { ScriptBlockText: "Send-MailMessage", big: 1 },
  };
  const text = JSON.stringify(wrapped).replace('"big":1', '"big":12345678901234567890');
  const { body } = await post(text);
  expect(body).toMatchObject({ accepted: 1, detections: [{ index: 0 }] });
});

test("when a thread ends the request is a 503, nothing is stored, and the same request again is taken", async () => {
  const before = await count();
  const body = lines(Array.from({ length: 100 }, () => scriptBlock()));
  doom();
  const refused = await post(body);
  expect(refused.status).toBe(503);
  expect(refused.headers["retry-after"]).toBe("1");
  expect(refused.body).toMatchObject({ error: { code: "BUSY" } });
  expect(await count()).toBe(before);
  expect((await post(body)).body).toMatchObject({ accepted: 100 });
  expect(await count()).toBe(before + 100);
});

test("GraphQL says BUSY of it", async () => {
  const before = await count();
  const query = "mutation ($events: [EventInput!]!) { ingestEvents(events: $events) { accepted } }";
  const events = [{ record: scriptBlock() }];
  doom();
  const { errors } = await graphql(app(), "ingest", query, { events });
  expect(errors).toMatchObject([{ extensions: { code: "BUSY" }, path: ["ingestEvents"] }]);
  expect(await count()).toBe(before);
  expect((await graphql(app(), "ingest", query, { events })).data).toEqual({ ingestEvents: { accepted: 1 } });
});

test("the metrics count events that wait", async () => {
  const { text } = await http(app()).get("/metrics");
  expect(text).toContain("detectql_events_waiting 0");
});
