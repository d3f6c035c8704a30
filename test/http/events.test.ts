import { type IncomingMessage, request as openHttp } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { beforeAll, expect, test } from "vitest";
import { bearer, http, useApp } from "../setup/app.ts";
import { addRule, scriptBlock } from "../setup/samples.ts";

const app = useApp();
beforeAll(() => addRule(app().rooms));

const line = JSON.stringify(scriptBlock());
const harmless = JSON.stringify(scriptBlock({ script: "Get-Date" }));

/** Posts bytes with headers as an ingest key. */
const post = (body: string | Buffer, headers: Record<string, string> = {}, path = "/v1/events") =>
  http(app())
    .post(path)
    .set({ "content-type": "application/json", ...bearer(app(), "ingest"), ...headers })
    .serialize((bytes: unknown) => bytes as string)
    .send(body as string);

test.each([
  { form: "an object", body: line, accepted: 1 },
  { form: "an array", body: `[${line},${harmless}]`, accepted: 2 },
  { form: "lines", body: `${line}\n${harmless}\n`, accepted: 2 },
  { form: "gzip", body: gzipSync(`${line}\n${harmless}`), accepted: 2, headers: { "content-encoding": "gzip" } },
  {
    form: "lines under a wrong type",
    body: `${line}\n${harmless}`,
    accepted: 2,
    headers: { "content-type": "text/html" },
  },
  { form: "a wrapped event", body: `{"id":"x1","record":${line}}`, accepted: 1 },
])("$form is taken, and answered with its detection", async ({ body, accepted, headers }) => {
  const answer = await post(body, headers);
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({
    accepted,
    duplicates: 0,
    rejected: [],
    detections: [{ index: 0, title: "Sample", severity: "medium", techniques: ["T1048.003"] }],
    detectionsOmitted: 0,
  });
});

test("a retry with ids is a duplicate", async () => {
  const body = `{"id":"retry","record":${line}}`;
  await post(body);
  expect((await post(body)).body).toMatchObject({ accepted: 0, duplicates: 1, detections: [] });
});

test("raw lines are taken by their source, parts of one event are joined and stored as one", async () => {
  const lines = [
    'type=SYSCALL msg=audit(1700000000.1:7): arch=c000003e syscall=59 success=yes exe="/usr/bin/id"',
    'type=EXECVE msg=audit(1700000000.1:7): argc=1 a0="id"',
    "type=CRED_ACQ msg=audit(1700000000.2:8): pid=1",
  ];
  const { status, body } = await post(lines.join("\n"), { "content-type": "text/plain" }, "/v1/events?source=auditd");
  expect({ status, body }).toMatchObject({ status: 200, body: { accepted: 2, rejected: [] } });
  const { rows } = await app().rooms.database.pool.query<{ record: string; categories: string[] }>(
    "SELECT record, categories FROM event WHERE service = 'auditd' ORDER BY time",
  );
  expect(rows.map(({ record, categories }) => [JSON.parse(record) as object, categories])).toEqual([
    [{ audit_records: lines.slice(0, 2).map((message) => ({ message })) }, ["process_creation"]],
    [{ message: lines[2] }, []],
  ]);
});

test("a source that is not known is refused, with those that are", async () => {
  const { status, body } = await post("a line", { "content-type": "text/plain" }, "/v1/events?source=audit");
  expect(status).toBe(400);
  expect(body).toEqual({
    error: {
      code: "UNKNOWN_SOURCE",
      message: 'source "audit" is not known: it may be auditd, access_log, syslog',
    },
  });
});

test("a record that holds many events is answered with its own place, and a retry changes nothing", async () => {
  const body = `${harmless}\n{"id":"many","record":{"Records":[${harmless},${line},7]}}`;
  const answer = { rejected: [{ index: 1, code: "not-an-object" }] };
  expect((await post(body)).body).toMatchObject({ ...answer, accepted: 3, duplicates: 0, detections: [{ index: 1 }] });
  expect((await post(body)).body).toMatchObject({ ...answer, accepted: 1, duplicates: 2, detections: [] });
});

test("one broken line is reported by its place, and the rest goes on", async () => {
  const { status, body } = await post(`${harmless}\n{"a":\n${line}`, { "content-type": "application/x-ndjson" });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    accepted: 2,
    rejected: [{ index: 1, code: "invalid-json" }],
    detections: [{ index: 2 }],
  });
});

test.each([
  { because: "nothing in it could be taken", body: "{", status: 400, code: undefined },
  { because: "it is empty", body: "", status: 400, code: "EMPTY" },
  {
    because: "it is not gzip",
    body: "plain",
    status: 400,
    code: "BROKEN_ENCODING",
    headers: { "content-encoding": "gzip" },
  },
  {
    because: "the encoding is unknown",
    body: "x",
    status: 415,
    code: "UNKNOWN_ENCODING",
    headers: { "content-encoding": "br" },
  },
  { because: "it has too many events", body: "{}\n".repeat(10_001), status: 413, code: "TOO_MANY_EVENTS" },
  {
    because: "it unpacks to more than 64 MiB",
    body: gzipSync(Buffer.alloc(65 * 1024 * 1024, 32)),
    status: 413,
    code: "TOO_LARGE",
    headers: { "content-encoding": "gzip" },
  },
  { because: "it is larger than 64 MiB", body: Buffer.alloc(65 * 1024 * 1024, 32), status: 413, code: "TOO_LARGE" },
])("a request is answered $status when $because", async ({ body, status, code, headers }) => {
  const answer = await post(body, headers);
  expect([answer.status, (answer.body as { error?: { code: string } }).error?.code]).toEqual([status, code]);
});

test("a 50 MB event is refused by its size, and the others are taken", async () => {
  const huge = `{"x":"${"a".repeat(50_000_000)}"}`;
  const { status, body } = await post(`${huge}\n${line}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ accepted: 1, rejected: [{ index: 0, code: "too-large" }] });
});

test.each([
  { because: "there is no key", headers: { authorization: "" }, status: 401 },
  { because: "the key is wrong", headers: { authorization: "Bearer dql_nobody" }, status: 401 },
])("events are refused with $status when $because", async ({ headers, status }) => {
  expect((await post(line, headers)).status).toBe(status);
});

test("a viewer may not post events", async () => {
  const { status, body } = await post(line, bearer(app(), "viewer"));
  expect(status).toBe(403);
  expect(body).toMatchObject({
    error: { code: "FORBIDDEN", message: expect.stringContaining("ingest or admin") as string },
  });
});

test("a content type that is none does not matter", async () => {
  expect((await post(line, { "content-type": "nonsense" })).status).toBe(200);
});

test.each([
  { keys: ["ingest"], each: 23, status: 429, code: "TOO_MANY_REQUESTS", because: "its key has too much under way" },
  { keys: ["ingest", "admin"], each: 21, status: 503, code: "BUSY", because: "all keys together have" },
] as const)("a sender is asked with $status to come again when $because", async ({ keys, each, status, code }) => {
  // None of them is answered before its body is there, unless it is refused. See `useRooms` for the limits.
  const held = keys.flatMap((role) => Array.from({ length: each }, () => openRequest(role)));
  const refused = await Promise.race(held.map(({ answer }) => answer));
  expect([refused.statusCode, refused.headers["retry-after"]]).toEqual([status, "1"]);
  const [body] = (await refused.setEncoding("utf8").toArray()) as [string];
  expect((JSON.parse(body) as { error: { code: string } }).error.code).toBe(code);
  for (const { request } of held) request.destroy();
  expect((await postUntil(200)).body).toMatchObject({ accepted: 1 });
});

test("what a packed body has is known when it is unpacked, and counts from then on", async () => {
  const { admit } = app().rooms.admission;
  const other = admit({ tenantId: app().rooms.actor.tenantId, name: "other" }, 2 ** 28 - 2 ** 20);
  const body = gzipSync(`${harmless}${" ".repeat(2 ** 21)}`);
  const answer = await post(body, { "content-encoding": "gzip" });
  expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "1"]);
  other.end();
  expect((await post(body, { "content-encoding": "gzip" })).status).toBe(200);
});

test("the same request with its Idempotency-Key gets the very same answer", async () => {
  const send = () => post(line, { "idempotency-key": "again" });
  const first = await send();
  const second = await send();
  expect(first.headers["idempotency-replayed"]).toBe(undefined);
  expect(second.headers["idempotency-replayed"]).toBe("true");
  expect([second.status, second.text]).toEqual([first.status, first.text]);
});

test("a request of which nothing could be taken is answered again with 400", async () => {
  const send = () => post("[1]", { "idempotency-key": "nothing" });
  const first = await send();
  const second = await send();
  expect([second.status, second.text, second.headers["idempotency-replayed"]]).toEqual([400, first.text, "true"]);
});

test.each([
  { because: "the body is another", body: harmless, path: "/v1/events" },
  { because: "the query says something else of it", body: line, path: "/v1/events?product=windows" },
])("an Idempotency-Key is refused with 409 when $because", async ({ because, body, path }) => {
  const headers = { "idempotency-key": because };
  await post(line, headers);
  const answer = await post(body, headers, path);
  expect(answer.status).toBe(409);
  expect(answer.body).toMatchObject({ error: { code: "IDEMPOTENCY_KEY_REUSED" } });
});

test("a request that was refused as a whole may be sent again with its Idempotency-Key", async () => {
  const headers = { "idempotency-key": "whole" };
  expect((await post("", headers)).status).toBe(400);
  expect((await post(line, headers)).body).toMatchObject({ accepted: 1 });
});

test.each([
  { key: "", because: "it is empty" },
  { key: "k".repeat(256), because: "it is longer than 255 characters" },
])("an Idempotency-Key is refused when $because", async ({ key }) => {
  const answer = await post(line, { "idempotency-key": key });
  expect([answer.status, (answer.body as { error: { code: string } }).error.code]).toEqual([
    400,
    "BAD_IDEMPOTENCY_KEY",
  ]);
});

/** A request whose body does not come: it stays under way until it is destroyed. */
function openRequest(role: "ingest" | "admin") {
  const { port } = app().app.server.address() as AddressInfo;
  const headers = { ...bearer(app(), role), "content-type": "application/json", "content-length": 100 };
  const request = openHttp({ host: "127.0.0.1", port, method: "POST", path: "/v1/events", headers });
  request.on("error", () => undefined);
  request.flushHeaders();
  const answer = new Promise<IncomingMessage>((resolve) => request.once("response", resolve));
  return { request, answer };
}

/** Posts until the status comes: connections are closed at the server's own pace. */
async function postUntil(status: number) {
  for (;;) {
    const answer = await post(line);
    if (answer.status === status) return answer;
    await setTimeout(10);
  }
}
