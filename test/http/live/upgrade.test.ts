import { once } from "node:events";
import { createKey } from "../../../src/access/index.ts";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { http, useApp } from "../../setup/app.ts";
import { testNow } from "../../setup/rooms.ts";
import { begun, subscribe, subscription, urlOf } from "./subscribers.ts";

// A subscription costs less than this; a page of 50 detections more.
const app = useApp({ rateLimit: { capacity: 60, perSecond: 1 } });

const dial = (path: string, ...protocols: string[]) =>
  new WebSocket(`ws://${urlOf(app())}`.replace("/graphql", path), protocols);

test("an upgrade of another path is a 404", async () => {
  const socket = dial("/elsewhere", "graphql-transport-ws");
  const [error] = (await once(socket, "error")) as [Error];
  expect(error.message).toContain("404");
});

test("a WebSocket of another subprotocol is closed with 4406", async () => {
  const socket = dial("/graphql");
  const [code] = (await once(socket, "close")) as [number];
  expect(code).toBe(4406);
});

test("a message that is not of the protocol closes the WebSocket with 4400", async () => {
  const socket = dial("/graphql", "graphql-transport-ws");
  await once(socket, "open");
  socket.send("hello");
  const [code] = (await once(socket, "close")) as [number];
  expect(code).toBe(4400);
});

test("GET /graphql that is no upgrade is told what it is for", async () => {
  const { status, body } = await http(app()).get("/graphql");
  expect(status).toBe(426);
  expect(body).toMatchObject({ error: { code: "UPGRADE_REQUIRED" } });
});

test("the key may come in the header of the upgrade", async () => {
  const socket = new WebSocket(`ws://${urlOf(app())}`, "graphql-transport-ws", {
    headers: { authorization: `Bearer ${app().keys.viewer}` },
  });
  await once(socket, "open");
  socket.send(JSON.stringify({ type: "connection_init" }));
  const [message] = (await once(socket, "message")) as [Buffer];
  expect(JSON.parse(message.toString())).toEqual({ type: "connection_ack" });
  socket.terminate();
});

test("a key of another network opens no WebSocket", async () => {
  const { database, actor } = app().rooms;
  const wanted = { name: "far", role: "viewer", networks: ["203.0.113.0/24"] } as const;
  const key = (await createKey(database, actor, wanted, testNow)) ?? "";
  const subscriber = subscribe("WebSocket", app(), key, { query: subscription });
  const reason = "this key may not be used from this address";
  await expect(subscriber.results.next()).rejects.toMatchObject({ code: 4403, reason });
});

test("beginning a subscription costs points, and a key without them is told when to come again", async () => {
  const { database, actor } = app().rooms;
  const key = (await createKey(database, actor, { name: "spender", role: "viewer" }, testNow)) ?? "";
  const header = { authorization: `Bearer ${key}` };
  const first = subscribe("WebSocket", app(), key, { query: subscription });
  await begun(first);
  const page = await http(app()).get("/v1/detections").set(header);
  expect([page.status, page.headers["retry-after"]]).toEqual([429, expect.stringMatching(/^[1-9]\d*$/)]);
  expect(page.body).toMatchObject({ error: { code: "RATE_LIMITED" } });
  const small = await http(app()).get("/v1/detections?limit=2").set(header);
  expect([small.status, small.headers["ratelimit-limit"]]).toEqual([200, "60"]);
  const dear = "subscription { detectionCreated { detection { event { detections { id host user } } } } }";
  const second = subscribe("server-sent events", app(), key, { query: dear });
  const { value } = (await second.results.next()) as { value: { errors: readonly object[] } };
  expect(value.errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
  for (const { cut } of [first, second]) cut();
});
