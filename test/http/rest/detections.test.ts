import { beforeAll, expect, test } from "vitest";
import { configureRules } from "../../../src/rules/index.ts";
import type { Role } from "../../../src/access/index.ts";
import { bearer, http, useApp } from "../../setup/app.ts";
import { addRule, ingest } from "../../setup/samples.ts";

const app = useApp();
const ruleId = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

beforeAll(async () => {
  const { rooms } = app();
  await addRule(rooms, { id: ruleId(1), title: "Mail" });
  await addRule(rooms, {
    id: ruleId(2),
    title: "Name",
    level: "high",
    tags: ["attack.t1059.001"],
    needle: "name-needle",
  });
  await addRule(rooms, { id: ruleId(3), title: "On trial", needle: "trial-needle" });
  await configureRules(rooms, rooms.actor, [ruleId(3)], { state: "TESTING" });
  await ingest(
    rooms,
    { host: "a" },
    { host: "b", time: "2026-11-20T00:00:00.000Z" },
    { host: "b", script: "name-needle" },
    { host: "c", script: "trial-needle" },
  );
});

interface Listed {
  readonly detections: readonly {
    readonly id: string;
    readonly host: string;
    readonly rule: { readonly title: string };
  }[];
  readonly nextCursor: string;
  readonly hasMore: boolean;
}

const list = async (query: string): Promise<Listed> => {
  const { status, body } = await http(app()).get(`/v1/detections?${query}`).set(bearer(app(), "viewer"));
  expect({ status, error: (body as { error?: unknown }).error }).toEqual({ status: 200 });
  return body as Listed;
};

test.each([
  { query: "", hosts: ["b", "b", "a"], because: "nothing is asked: all, the newest first" },
  { query: "technique=attack.t1048.003", hosts: ["b", "a"], because: "a tag" },
  { query: "technique=T1048", hosts: ["b", "a"], because: "a technique with its sub-techniques" },
  { query: "technique=exfiltration&technique=T1059", hosts: ["b", "b", "a"], because: "any of several" },
  { query: "severity=high", hosts: ["b"], because: "exactly" },
  { query: "severityGte=MEDIUM", hosts: ["b", "b", "a"], because: "in any letter case" },
  { query: "status=new&host=a", hosts: ["a"], because: "both" },
  { query: "status=CLOSED", hosts: [], because: "none is closed" },
  { query: `rule=${ruleId(2)}`, hosts: ["b"], because: "by its rule" },
  { query: "user=nobody", hosts: [], because: "by a user that is not there" },
  { query: "until=2026-11-21T00:00:00Z", hosts: ["b"], because: "before then" },
  { query: "since=2026-11-21T01:00:00%2B01:00", hosts: ["b", "a"], because: "from then on, in another zone" },
  { query: "includeTests=true&host=c", hosts: ["c"], because: "a rule on trial, asked for" },
  { query: "order=ingested", hosts: ["a", "b", "b"], because: "in the order of commits" },
])("GET /v1/detections?$query finds $hosts: $because", async ({ query, hosts }) => {
  expect((await list(query)).detections.map(({ host }) => host)).toEqual(hosts);
});

test.each(["newest", "ingested"])(
  "pages of the order %s follow one another, and the last goes on from its end",
  async (order) => {
    const all = (await list(`order=${order}`)).detections.map(({ id }) => id);
    const first = await list(`order=${order}&limit=2`);
    const second = await list(`order=${order}&limit=2&cursor=${first.nextCursor}`);
    const third = await list(`order=${order}&limit=2&cursor=${second.nextCursor}`);
    expect([first, second, third].map(({ hasMore }) => hasMore)).toEqual([true, false, false]);
    expect([first, second, third].flatMap(({ detections }) => detections.map(({ id }) => id))).toEqual(all);
    expect(third.nextCursor).toBe(second.nextCursor);
  },
);

test("a cursor of the API in ingest order is one here", async () => {
  const { body } = await http(app())
    .post("/graphql")
    .set(bearer(app(), "viewer"))
    .send({ query: "{ detections(order: INGESTED, first: 1) { pageInfo { endCursor } } }" });
  const { endCursor } = (body as { data: { detections: { pageInfo: { endCursor: string } } } }).data.detections
    .pageInfo;
  expect((await list(`order=ingested&cursor=${endCursor}`)).detections).toHaveLength(2);
});

test.each([
  { query: "statsu=NEW", code: "BAD_QUERY", message: /no statsu: there are status, /, because: "it is misspelt" },
  { query: "status=OPEN", code: "BAD_QUERY", message: /^status.*NEW/, because: "there is no such status" },
  { query: "limit=0", code: "BAD_QUERY", message: /^limit: /, because: "a page has something" },
  { query: "limit=501", code: "BAD_QUERY", message: /^limit: /, because: "a page has an end" },
  { query: "limit=1&limit=2", code: "BAD_QUERY", message: /^limit: /, because: "it is given twice" },
  { query: "since=yesterday", code: "BAD_QUERY", message: /^since: write ISO 8601/, because: "it is no time" },
  {
    query: "since=2026-01-01T00:00:00",
    code: "BAD_QUERY",
    message: /^since: write ISO 8601/,
    because: "it has no zone",
  },
  { query: "host=%00", code: "BAD_QUERY", message: /^host.*U\+0000/, because: "the database cannot hold it" },
  { query: "cursor=nonsense", code: "BAD_CURSOR", message: /nextCursor/, because: "it is none" },
  {
    query: `order=ingested&cursor=${Buffer.from(ruleId(1)).toString("base64url")}`,
    code: "BAD_CURSOR",
    message: /nextCursor/,
    because: "it is of the other order",
  },
  {
    query: `order=ingested&cursor=${Buffer.from("ingested 99999").toString("base64url")}`,
    code: "BAD_CURSOR",
    message: /ahead/,
    because: "it is from another database",
  },
])("GET /v1/detections?$query is refused: $because", async ({ query, code, message }) => {
  const { status, body } = await http(app()).get(`/v1/detections?${query}`).set(bearer(app(), "viewer"));
  expect(status).toBe(400);
  expect(body).toEqual({ error: { code, message: expect.stringMatching(message) as string } });
});

const oneDetection = async (): Promise<string> => (await ingest(app().rooms, { host: "one" })).detections[0]?.id ?? "";
const patch = (id: string, body: object, headers: Record<string, string> = {}) =>
  http(app()).patch(`/v1/detections/${id}`).set(bearer(app(), "analyst")).set(headers).send(body);

test("one detection comes with its event's record, its activity and its version", async () => {
  const id = await oneDetection();
  await patch(id, { status: "IN_PROGRESS", comment: "looking" });
  const { status, body, headers } = await http(app()).get(`/v1/detections/${id}`).set(bearer(app(), "viewer"));
  expect([status, headers["etag"]]).toEqual([200, '"2"']);
  expect(body).toMatchObject({
    id,
    version: 2,
    status: "IN_PROGRESS",
    severity: "medium",
    rule: { id: ruleId(1), title: "Mail" },
    techniques: ["T1048.003"],
    tactics: ["exfiltration"],
    evidence: [{ selection: "selection", field: "ScriptBlockText", pattern: "Send-MailMessage" }],
    record: expect.stringContaining("Send-MailMessage") as string,
    activity: [
      { kind: "STATUS", old: "NEW", new: "IN_PROGRESS", actor: "analyst" },
      { kind: "COMMENT", old: null, new: "looking" },
    ],
  });
});

test.each(["nonsense", "01900000-0000-7000-8000-000000000000"])("the detection %s is not there", async (id) => {
  const expected = { error: { code: "NOT_FOUND", message: "there is no such detection" } };
  const got = await http(app()).get(`/v1/detections/${id}`).set(bearer(app(), "viewer"));
  expect([got.status, got.body]).toEqual([404, expected]);
  const patched = await patch(id, { status: "IN_PROGRESS" });
  expect([patched.status, patched.body]).toEqual([404, expected]);
});

test("an update answers with the detection, and the same again changes nothing", async () => {
  const id = await oneDetection();
  const change = { status: "CLOSED", disposition: "FALSE_POSITIVE", assignee: "ann", reason: "nightly report" };
  const first = await patch(id, change);
  expect([first.status, first.headers["etag"]]).toEqual([200, '"2"']);
  expect(first.body).toMatchObject(change);
  const again = await patch(id, change);
  expect([again.status, again.headers["etag"]]).toEqual([200, '"2"']);
});

test.each<{ body: object; headers?: Record<string, string>; status: number; code: string; because: string }>([
  { body: { status: "CLOSED" }, status: 422, code: "NEEDS_DISPOSITION", because: "closing needs a disposition" },
  { body: { status: "CLOSED", expectedVersion: 7 }, status: 409, code: "CONFLICT", because: "it has another version" },
  {
    body: { status: "IN_PROGRESS" },
    headers: { "if-match": '"7"' },
    status: 412,
    code: "CONFLICT",
    because: "it has another ETag",
  },
  {
    body: { status: "IN_PROGRESS" },
    headers: { "if-match": "seven" },
    status: 400,
    code: "BAD_HEADER",
    because: "it is no ETag",
  },
  {
    body: { status: "IN_PROGRESS", expectedVersion: 2 },
    headers: { "if-match": '"1"' },
    status: 400,
    code: "BAD_BODY",
    because: "two versions",
  },
  { body: { reason: "known" }, status: 422, code: "NOT_CLOSED", because: "a reason is for what is closed" },
  { body: { assignee: " " }, status: 400, code: "BAD_BODY", because: "it is nobody's name" },
  { body: { status: "OPEN" }, status: 400, code: "BAD_BODY", because: "there is no such status" },
  { body: { statsu: "NEW" }, status: 400, code: "BAD_BODY", because: "it is misspelt" },
  { body: {}, status: 400, code: "BAD_BODY", because: "there is nothing in it" },
  { body: [], status: 400, code: "BAD_BODY", because: "it is no object" },
  { body: { expectedVersion: 1 }, status: 400, code: "BAD_BODY", because: "nothing is to be changed" },
  { body: { comment: "a\0" }, status: 400, code: "BAD_BODY", because: "the database cannot hold it" },
])("the update $body is a $status $code: $because", async ({ body, headers, status, code }) => {
  const answer = await patch(await oneDetection(), body, headers);
  expect([answer.status, (answer.body as { error: { code: string } }).error.code]).toEqual([status, code]);
});

test("the ETag that was read lets an update through, once", async () => {
  const id = await oneDetection();
  const { headers } = await http(app()).get(`/v1/detections/${id}`).set(bearer(app(), "analyst"));
  const etag = headers["etag"] ?? "";
  expect((await patch(id, { status: "IN_PROGRESS" }, { "if-match": etag })).status).toBe(200);
  expect((await patch(id, { disposition: "TEST" }, { "if-match": etag })).status).toBe(412);
});

test.each<{ role: Role; list: number; get: number; patch: number }>([
  { role: "viewer", list: 200, get: 200, patch: 403 },
  { role: "ingest", list: 403, get: 403, patch: 403 },
  { role: "analyst", list: 200, get: 200, patch: 200 },
  { role: "admin", list: 200, get: 200, patch: 200 },
])("the role $role lists with $list, gets with $get and updates with $patch", async ({ role, ...expected }) => {
  const id = await oneDetection();
  const key = bearer(app(), role);
  const statuses = {
    list: (await http(app()).get("/v1/detections").set(key)).status,
    get: (await http(app()).get(`/v1/detections/${id}`).set(key)).status,
    patch: (await http(app()).patch(`/v1/detections/${id}`).set(key).send({ comment: "seen" })).status,
  };
  expect(statuses).toEqual(expected);
});

test("without a key nothing is said", async () => {
  expect((await http(app()).get("/v1/detections")).status).toBe(401);
  expect((await http(app()).patch("/v1/detections/x").send({})).status).toBe(401);
});
