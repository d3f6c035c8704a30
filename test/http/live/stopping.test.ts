import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authenticate, createKey } from "../../../src/access/index.ts";
import { createApp } from "../../../src/http/index.ts";
import { testNow, useRooms } from "../../setup/rooms.ts";
import { addRule, ingest } from "../../setup/samples.ts";
import { begun, nextDetection, type Subscriber, subscribe, subscription } from "./subscribers.ts";

const rooms = useRooms();
const apps: FastifyInstance[] = [];

beforeAll(() => addRule(rooms()));
afterAll(() => Promise.all(apps.map((app) => app.close())));

async function start(name: string): Promise<{ readonly app: FastifyInstance; readonly key: string }> {
  const { database, actor, clock, matcher } = rooms();
  const app = await createApp({
    rooms: rooms(),
    authenticate: (key) => authenticate(database, key, clock()),
    readiness: () => Promise.resolve({ warnings: [] }),
    upkeep: () => ({ tables: [], failures: 0, lastRunMs: undefined }),
    waiting: matcher.waiting,
    logLevel: "silent",
    introspection: true,
    graphiql: false,
    silenceMs: 10_000,
  });
  apps.push(app);
  await app.listen({ port: 0, host: "127.0.0.1" });
  return { app, key: (await createKey(database, actor, { name, role: "viewer" }, testNow)) ?? "" };
}

/** How a subscription ends that the client has not ended. */
async function ending({ results }: Subscriber): Promise<unknown> {
  try {
    return await results.next();
  } catch (error) {
    return error;
  }
}

test("a server that stops ends its WebSockets with a code at which clients come again", async () => {
  const { app, key } = await start("first");
  const subscriber = subscribe("WebSocket", { app }, key, { query: subscription });
  await begun(subscriber);
  const [end] = await Promise.all([ending(subscriber), app.close()]);
  expect(end).toMatchObject({ code: 1001 });
});

test("a server that stops ends its event streams without saying that they are complete", async () => {
  const { app, key } = await start("second");
  const subscriber = subscribe("server-sent events", { app }, key, { query: subscription });
  await begun(subscriber);
  const [end] = await Promise.all([ending(subscriber), app.close()]);
  // To the client it is a connection that was lost: `done` would be the end.
  expect(end).toBeInstanceOf(Error);
});

test("a subscriber goes on at another server where the first has left it", async () => {
  const one = await start("third");
  const first = subscribe("WebSocket", one, one.key, { query: subscription });
  const { cursor } = await begun(first);
  await Promise.all([ending(first), one.app.close()]);
  const [missed] = (await ingest(rooms(), {})).detections;
  const other = await start("fourth");
  const second = subscribe("server-sent events", other, other.key, {
    query: subscription,
    variables: { after: cursor },
  });
  expect((await nextDetection(second)).id).toBe(missed?.id);
  second.cut();
});
