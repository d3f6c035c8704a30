import { beforeAll, expect, test } from "vitest";
import { configureRules } from "../../../src/rules/index.ts";
import { createKey, revokeKey } from "../../../src/access/index.ts";
import { bearer, graphql, http, useApp } from "../../setup/app.ts";
import { backgroundFailures, testNow } from "../../setup/rooms.ts";
import { addRule, type EventOptions, ingest } from "../../setup/samples.ts";
import { begun, type Created, nextDetection, type Result, subscribe, subscription, transports } from "./subscribers.ts";

const app = useApp({}, { live: { keyCheckMs: 20 } });
const onTrial = "00000000-0000-4000-8000-000000000002";

beforeAll(async () => {
  await addRule(app().rooms, { title: "Mail" });
  await addRule(app().rooms, { id: onTrial, title: "On trial", needle: "trial-needle" });
  await configureRules(app().rooms, app().rooms.actor, [onTrial], { state: "TESTING" });
});

const rows = transports.map((transport) => ({ transport }));
const many = (count: number, host: string): EventOptions[] => Array.from({ length: count }, () => ({ host }));

test.each(rows)(
  "a subscriber by $transport that is cut ten times during load sees every detection once, in order",
  async ({ transport }) => {
    const { rooms, keys } = app();
    const open = (after: string | null) =>
      subscribe(transport, app(), keys.viewer, { query: subscription, variables: { after } });
    let subscriber = open(null);
    let { cursor } = await begun(subscriber);
    const stored: string[] = [];
    const write = async () => {
      for (let batch = 0; batch < 25; batch++) {
        const { detections } = await ingest(rooms, ...many(1 + (batch % 7), transport));
        stored.push(...detections.map(({ id }) => id));
      }
    };
    const writing = Promise.all([write(), write(), write()]);
    const seen: Created[] = [];
    const read = async (upTo: number) => {
      while (seen.length < upTo) {
        const { value, done } = await subscriber.results.next();
        if (done === true) throw new Error(`it has ended after ${seen.length}`);
        const { data, errors } = value;
        if (!data?.detectionCreated) throw new Error(JSON.stringify(errors));
        cursor = data.detectionCreated.cursor;
        if (data.detectionCreated.detection) seen.push(data.detectionCreated);
      }
    };
    for (let cut = 1; cut <= 10; cut++) {
      await read(cut * 7);
      subscriber.cut();
      subscriber = open(cursor);
    }
    await writing;
    await read(stored.length);
    // Whatever came twice, or now comes late, would be before this one.
    const [last] = (await ingest(rooms, { host: "last" })).detections;
    expect((await nextDetection(subscriber)).id).toBe(last?.id);
    subscriber.cut();
    const ids = seen.map(({ detection }) => detection?.id);
    expect(ids).toHaveLength(stored.length);
    expect(new Set(ids)).toEqual(new Set(stored));
    const sequences = seen.map(({ detection }) => Number(detection?.sequence));
    expect(sequences).toEqual(sequences.toSorted((one, other) => one - other));
  },
);

test.each(rows)(
  "by $transport only what the filter wants comes, without rules on trial, from now on",
  async ({ transport }) => {
    await ingest(app().rooms, { host: "wanted" });
    const variables = { filter: { host: { eq: "wanted" }, attack: { any: ["T1048"] } } };
    const subscriber = subscribe(transport, app(), app().keys.viewer, { query: subscription, variables });
    expect((await begun(subscriber)).detection).toBeNull();
    await ingest(app().rooms, { host: "other" }, { host: "wanted", script: "trial-needle" }, { host: "wanted" });
    const { rows: stored } = await app().rooms.database.pool.query<{ id: string }>(
      "select id from detection where host = 'wanted' order by sequence desc limit 1",
    );
    expect((await nextDetection(subscriber)).id).toBe(stored[0]?.id);
    subscriber.cut();
  },
);

test.each(rows)("what is asked of a detection by $transport is answered", async ({ transport }) => {
  const subscriber = subscribe(transport, app(), app().keys.analyst, { query: subscription });
  await begun(subscriber);
  await ingest(app().rooms, { host: "told" });
  expect(await nextDetection(subscriber)).toMatchObject({
    host: "told",
    rule: { title: "Mail" },
    event: { host: "told" },
  });
  subscriber.cut();
});

/** The first result of a subscription. */
async function refusal(
  transport: (typeof transports)[number],
  key: string,
  query: string,
  variables = {},
): Promise<unknown> {
  const subscriber = subscribe(transport, app(), key, { query, variables });
  try {
    const { value } = await subscriber.results.next();
    return (value as Result).errors;
  } catch (error) {
    // What comes before anything has begun is thrown by one of the clients.
    return error;
  } finally {
    subscriber.cut();
  }
}

const deep = `subscription { detectionCreated { detection { event { ${"detections { event { ".repeat(10)} id ${"} }".repeat(10)} } } } }`;

interface Refused {
  readonly transport: (typeof transports)[number];
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly code: string;
  readonly because: string;
}

test.each(
  rows.flatMap(({ transport }): Refused[] => [
    { transport, query: "{ viewer { name } }", code: "BAD_USER_INPUT", because: "a query belongs elsewhere" },
    { transport, query: deep, code: "QUERY_TOO_COMPLEX", because: "it is too deep" },
    { transport, query: "subscription {", code: "GRAPHQL_PARSE_FAILED", because: "it is not GraphQL" },
    {
      transport,
      query: "subscription { nothing }",
      code: "GRAPHQL_VALIDATION_FAILED",
      because: "there is no such field",
    },
    {
      transport,
      query: `subscription { detectionCreated(after: "bm9uZQ") { cursor } }`,
      code: "BAD_USER_INPUT",
      because: "it is no cursor",
    },
    {
      transport,
      query: `subscription { detectionCreated(after: "${Buffer.from("ingested 99999999").toString("base64url")}") { cursor } }`,
      code: "BAD_USER_INPUT",
      because: "the cursor lies ahead",
    },
    {
      transport,
      query: "subscription ($filter: DetectionFilter) { detectionCreated(filter: $filter) { cursor } }",
      variables: { filter: { nothing: 1 } },
      code: "BAD_USER_INPUT",
      because: "there is no such filter",
    },
  ]),
)("a subscription by $transport is refused with $code: $because", async ({ transport, query, code, variables }) => {
  expect(await refusal(transport, app().keys.viewer, query, variables)).toMatchObject([{ extensions: { code } }]);
});

test.each(rows)("a role that may not read may not subscribe by $transport", async ({ transport }) => {
  expect(await refusal(transport, app().keys.ingest, subscription)).toMatchObject([
    { message: expect.stringContaining("not for the role ingest") as string, extensions: { code: "FORBIDDEN" } },
  ]);
});

test("a WebSocket without a good key is closed, and says why", async () => {
  const subscriber = subscribe("WebSocket", app(), "dql_wrong", { query: subscription });
  await expect(subscriber.results.next()).rejects.toMatchObject({ code: 4403, reason: "this key is not known here" });
});

test("server-sent events without a good key are a 401", async () => {
  const answer = http(app()).post("/graphql").set({ authorization: "Bearer dql_wrong", accept: "text/event-stream" });
  expect((await answer.send({ query: subscription })).status).toBe(401);
});

test.each(rows)("a subscription by $transport ends when its key is revoked", async ({ transport }) => {
  const { database, actor } = app().rooms;
  const name = `revoked ${transport}`;
  const key = (await createKey(database, actor, { name, role: "viewer" }, testNow)) ?? "";
  const subscriber = subscribe(transport, app(), key, { query: subscription });
  await begun(subscriber);
  await revokeKey(database, actor, name, testNow);
  if (transport === "WebSocket") {
    await expect(subscriber.results.next()).rejects.toMatchObject({ code: 4403, reason: "this key has been revoked" });
  } else {
    const { value } = await subscriber.results.next();
    expect(value).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
    expect(await subscriber.results.next()).toMatchObject({ done: true });
  }
});

test("another tenant's detections are not seen, nor told apart from none", async () => {
  const { database, actor } = app().rooms;
  const { rows: made } = await database.pool.query<{ id: number }>(
    "insert into tenant (name) values ('other') returning id",
  );
  const other = { ...actor, tenantId: made[0]?.id ?? -1 };
  const key = (await createKey(database, other, { name: "other", role: "viewer" }, testNow)) ?? "";
  const subscriber = subscribe("WebSocket", app(), key, { query: subscription });
  const { cursor } = await begun(subscriber);
  expect(Buffer.from(cursor, "base64url").toString()).toBe("ingested 0");
  subscriber.cut();
});

const subscriptions = async (): Promise<number> => {
  const { text } = await http(app()).get("/metrics");
  return Number(/^detectql_subscriptions (\d+)$/m.exec(text)?.[1]);
};

test.each(rows)(
  "a key has no more subscriptions by $transport than its limit, and those that end make room",
  async ({ transport }) => {
    const { keys } = app();
    await expect.poll(subscriptions, { timeout: 20_000 }).toBe(0);
    const open = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const subscriber = subscribe(transport, app(), keys.admin, { query: subscription });
        await begun(subscriber);
        return subscriber;
      }),
    );
    expect(await subscriptions()).toBe(20);
    expect(await refusal(transport, keys.admin, subscription)).toMatchObject([
      { extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } },
    ]);
    for (const { cut } of open) cut();
    await expect.poll(subscriptions, { timeout: 20_000 }).toBe(0);
  },
);

test("a subscriber that ends its subscription and keeps its connection is counted no more", async () => {
  const subscriber = subscribe("WebSocket", app(), app().keys.admin, { query: subscription });
  await begun(subscriber);
  await subscriber.results.return?.();
  await expect.poll(subscriptions, { timeout: 20_000 }).toBe(0);
});

test("a subscription that is posted like a query is told where to go", async () => {
  const { status, errors } = await graphql(app(), "viewer", subscription);
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ message: expect.stringContaining("text/event-stream") as string }]);
});

test("a client that takes events among other things gets JSON for a query, and events for a subscription", async () => {
  const accept = "application/json, text/event-stream, multipart/mixed";
  const ask = (query: string) =>
    http(app())
      .post("/graphql")
      .set({ ...bearer(app(), "viewer"), accept })
      .send({ query });
  expect((await ask("{ viewer { name } }")).type).toBe("application/json");
  expect((await ask('subscription { detectionCreated(after: "none") { cursor } }')).type).toBe("text/event-stream");
});

test("nothing of this has failed in the background", () => {
  expect(backgroundFailures).toEqual([]);
});
