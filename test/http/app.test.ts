import { expect, test } from "vitest";
import { createKey } from "../../src/access/index.ts";
import { bearer, http, useApp } from "../setup/app.ts";
import { testNow } from "../setup/rooms.ts";

const app = useApp();

test.each(["/healthz", "/readyz"])("%s is open", async (path) => {
  expect((await http(app()).get(path)).status).toBe(200);
});

test("an expired key is told so", async () => {
  const { database, actor } = app().rooms;
  const expiresAt = new Date(testNow.getTime() - 1);
  const key = await createKey(database, actor, { name: "expired", role: "admin", expiresAt }, testNow);
  const { status, body } = await http(app())
    .post("/v1/events")
    .set("authorization", `Bearer ${key ?? ""}`)
    .send({});
  expect(status).toBe(401);
  expect(body).toEqual({ error: { code: "UNAUTHENTICATED", message: "this key has expired" } });
});

test("a path that is not there is a 404 in our shape", async () => {
  const { status, body } = await http(app()).get("/nowhere");
  expect([status, body]).toEqual([404, { error: { code: "NOT_FOUND", message: "there is no GET /nowhere here" } }]);
});

test("a GraphQL request that is no JSON is a 400 in GraphQL's shape", async () => {
  const { status, body } = await http(app())
    .post("/graphql")
    .set({ ...bearer(app(), "viewer"), "content-type": "application/json" })
    .send("{");
  expect(status).toBe(400);
  expect(body).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
});

test("metrics count what came in", async () => {
  await http(app()).post("/v1/events").set(bearer(app(), "ingest")).send({ a: 1 });
  const { status, text } = await http(app()).get("/metrics");
  expect(status).toBe(200);
  expect(text).toMatch(/^detectql_events_total\{outcome="accepted"\} [1-9]/m);
  expect(text).toMatch(
    /^detectql_http_request_seconds_count\{route="\/v1\/events",method="POST",status="200"\} [1-9]/m,
  );
});

test("metrics from another machine need a key that may read", async () => {
  const far = (headers: Record<string, string>) =>
    app().app.inject({ url: "/metrics", remoteAddress: "192.0.2.1", headers });
  const proxied = await app().app.inject({ url: "/metrics", headers: { "x-forwarded-for": "192.0.2.1" } });
  expect(proxied.statusCode).toBe(401);
  expect((await far({})).statusCode).toBe(401);
  expect((await far(bearer(app(), "ingest"))).statusCode).toBe(403);
  expect((await far(bearer(app(), "viewer"))).statusCode).toBe(200);
});
