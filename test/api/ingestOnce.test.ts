import { beforeAll, expect, test } from "vitest";
import { bearer, graphql, http, useApp } from "../setup/app.ts";
import { addRule, scriptBlock } from "../setup/samples.ts";

const app = useApp();
beforeAll(() => addRule(app().rooms));

interface Data {
  readonly ingestEvents: {
    readonly accepted: number;
    readonly replayed: boolean;
    readonly detections: readonly object[];
  };
}

const mutation = `mutation ($events: [EventInput!]!, $key: String, $product: String) {
  ingestEvents(events: $events, idempotencyKey: $key, logsource: { product: $product }) {
    accepted
    replayed
    detections { id index title severity techniques }
  }
}`;

const send = (variables: object) =>
  graphql<Data>(app(), "ingest", mutation, { events: [{ record: scriptBlock() }], ...variables });

test("the same mutation with its key gets the very same answer, marked as such", async () => {
  const first = await send({ key: "same" });
  expect(first.data.ingestEvents).toMatchObject({ accepted: 1, replayed: false, detections: [{ index: 0 }] });
  expect((await send({ key: "same" })).data.ingestEvents).toEqual({ ...first.data.ingestEvents, replayed: true });
});

test("without a key the same events are new ones", async () => {
  const answers = [await send({}), await send({})];
  expect(answers.map(({ data }) => data.ingestEvents)).toMatchObject([
    { accepted: 1, replayed: false },
    { accepted: 1, replayed: false },
  ]);
});

test.each([
  { because: "the events are others", variables: { events: [{ record: { other: 1 } }] } },
  { because: "they are said to be something else", variables: { product: "linux" } },
])("a key that was that of another request is refused: $because", async ({ because, variables }) => {
  await send({ key: because });
  const { errors } = await send({ key: because, ...variables });
  expect(errors).toMatchObject([{ path: ["ingestEvents"], extensions: { code: "IDEMPOTENCY_KEY_REUSED" } }]);
});

test("a key of POST /v1/events is none of this", async () => {
  const headers = { ...bearer(app(), "ingest"), "idempotency-key": "of HTTP" };
  expect((await http(app()).post("/v1/events").set(headers).send(scriptBlock())).status).toBe(200);
  expect((await send({ key: "of HTTP" })).errors).toMatchObject([{ extensions: { code: "IDEMPOTENCY_KEY_REUSED" } }]);
});

test.each([
  { key: "", because: "it is empty" },
  { key: "k".repeat(256), because: "it is too long" },
])("a key is refused when $because", async ({ key }) => {
  expect((await send({ key })).errors).toMatchObject([
    { message: "idempotencyKey: a text of 1 to 255 characters", extensions: { code: "BAD_USER_INPUT" } },
  ]);
});

test("when too much is under way the mutation says BUSY, and nothing is stored", async () => {
  const { admit } = app().rooms.admission;
  const { tenantId } = app().rooms.actor;
  const held = Array.from({ length: 40 }, (_, i) => admit({ tenantId, name: `other ${i % 2}` }, 0));
  expect((await send({})).errors).toMatchObject([{ path: ["ingestEvents"], extensions: { code: "BUSY" } }]);
  for (const ticket of held) ticket.end();
  expect((await send({})).data.ingestEvents.accepted).toBe(1);
});
