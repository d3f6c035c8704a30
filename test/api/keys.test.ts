import { expect, test } from "vitest";
import type { Role } from "../../src/access/index.ts";
import { graphql, http, useApp } from "../setup/app.ts";

const app = useApp();

interface Payload {
  readonly key: { readonly name: string; readonly networks: readonly string[] } | null;
  readonly secret: string | null;
  readonly userErrors: readonly { readonly code: string; readonly message: string }[];
}

const payload =
  "{ key { name role expiresAt revokedAt networks logsource { product } } secret userErrors { code message } }";

const mutate = async (role: Role, call: string, variables: object = {}) => {
  const { data, errors } = await graphql<{ done: Payload | null }>(
    app(),
    role,
    `mutation ($input: CreateKeyInput = { name: "x", role: VIEWER }) { done: ${call} ${payload} unused: createKey(input: $input) @skip(if: true) { secret } }`,
    variables,
  );
  return { done: data.done, errors };
};

const create = (input: object) => mutate("admin", "createKey(input: $input)", { input });

const asKey = (secret: string | null | undefined, forwarded?: string) =>
  http(app())
    .post("/graphql")
    .set({ authorization: `Bearer ${secret ?? ""}`, ...(forwarded !== undefined && { "x-forwarded-for": forwarded }) })
    .send({ query: "{ viewer { name role } }" });

test("a key is made, shown once, and opens what its role may", async () => {
  const { done } = await create({
    name: "grafana",
    role: "VIEWER",
    logsource: null,
    expiresAt: "2999-01-01T00:00:00Z",
  });
  expect(done).toMatchObject({
    key: { name: "grafana", role: "VIEWER", expiresAt: "2999-01-01T00:00:00.000Z", networks: [] },
    userErrors: [],
  });
  const { body } = await asKey(done?.secret);
  expect(body).toMatchObject({ data: { viewer: { name: "grafana", role: "VIEWER" } } });
  const { data } = await graphql<{ keys: readonly object[] }>(app(), "admin", "{ keys { name role networks } }");
  expect(data.keys).toContainEqual({ name: "grafana", role: "VIEWER", networks: [] });
});

test.each([
  { input: { name: " ", role: "VIEWER" }, message: /1 to 100 characters/ },
  { input: { name: "x", role: "VIEWER", expiresAt: "2001-01-01T00:00:00Z" }, message: /is over already/ },
  { input: { name: "x", role: "VIEWER", logsource: { product: "aws" } }, message: /keys that send events/ },
  { input: { name: "x", role: "VIEWER", networks: ["10.0.0.0/99"] }, message: /"10.0.0.0\/99" is no network/ },
])("a key is refused with advice: $message", async ({ input, message }) => {
  const { errors } = await create(input);
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message) as string, extensions: { code: "BAD_USER_INPUT" } },
  ]);
});

test("a living key's name is taken, a revoked one's is free", async () => {
  const first = await create({ name: "twice", role: "VIEWER" });
  expect((await create({ name: "twice", role: "VIEWER" })).done?.userErrors).toMatchObject([{ code: "NAME_TAKEN" }]);
  expect((await mutate("admin", 'revokeKey(name: "twice")')).done).toMatchObject({ userErrors: [] });
  expect((await asKey(first.done?.secret)).status).toBe(401);
  expect((await mutate("admin", 'revokeKey(name: "twice")')).done?.userErrors).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await create({ name: "twice", role: "VIEWER" })).done?.userErrors).toEqual([]);
});

test("a rotated key's old secret stops at once, or goes on for as long as was said", async () => {
  const { done: made } = await create({ name: "soar", role: "ANALYST" });
  const { done: second } = await mutate("admin", 'rotateKey(name: "soar", overlapMinutes: 60)');
  expect([(await asKey(made?.secret)).status, (await asKey(second?.secret)).status]).toEqual([200, 200]);
  const { done: third } = await mutate("admin", 'rotateKey(name: "soar")');
  const statuses = [made, second, third].map(async (done) => (await asKey(done?.secret)).status);
  expect(await Promise.all(statuses)).toEqual([401, 401, 200]);
});

test("every key may rotate itself, and no other", async () => {
  const { done: made } = await create({ name: "shipper", role: "INGEST" });
  const rotate = (name: string) =>
    http(app())
      .post("/graphql")
      .set({ authorization: `Bearer ${made?.secret ?? ""}` })
      .send({ query: `mutation { rotateKey${name} { secret } }` });
  expect((await rotate('(name: "admin")')).body).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
  const { body } = await rotate("");
  const { secret } = (body as { data: { rotateKey: { secret: string } } }).data.rotateKey;
  expect((await asKey(secret)).body).toMatchObject({ data: { viewer: { name: "shipper" } } });
  expect((await asKey(made?.secret)).status).toBe(401);
});

test("a key of one network opens nothing from elsewhere, and a client's own word on its address is not believed", async () => {
  const near = await create({ name: "near", role: "VIEWER", networks: ["127.0.0.0/8", "::1"] });
  const far = await create({ name: "far", role: "VIEWER", networks: ["203.0.113.0/24"] });
  expect((await asKey(near.done?.secret)).status).toBe(200);
  const { status, body } = await asKey(far.done?.secret, "203.0.113.9");
  expect(status).toBe(401);
  expect(body).toMatchObject({ errors: [{ message: "this key may not be used from this address" }] });
});

test("what was done to keys stands in the audit log, with who did it, and no secret", async () => {
  const { done } = await create({ name: "audited", role: "VIEWER", networks: ["10.0.0.0/8"] });
  await mutate("admin", 'rotateKey(name: "audited")');
  await mutate("admin", 'revokeKey(name: "audited")');
  const { data } = await graphql<{ auditLog: { nodes: readonly object[] } }>(
    app(),
    "admin",
    '{ auditLog(filter: { subject: "audited", action: "key." }) { nodes { actor action changes { field old new } } } }',
  );
  expect(data.auditLog.nodes).toMatchObject([
    { actor: "admin", action: "key.revoke" },
    { actor: "admin", action: "key.rotate" },
    {
      actor: "admin",
      action: "key.create",
      changes: expect.arrayContaining([{ field: "networks", old: null, new: '["10.0.0.0/8"]' }]) as object[],
    },
  ]);
  expect(JSON.stringify(data)).not.toContain(done?.secret?.slice(4));
});

test("the audit log is paged both ways", async () => {
  for (const name of ["p1", "p2", "p3"]) await create({ name, role: "VIEWER" });
  const page = async (args: string) => {
    const { data } = await graphql<{
      auditLog: {
        nodes: readonly { readonly subject: string }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string; startCursor: string };
      };
    }>(
      app(),
      "admin",
      `{ auditLog(${args}, filter: { action: "key.create" }) { nodes { subject } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    );
    return { subjects: data.auditLog.nodes.map(({ subject }) => subject), ...data.auditLog.pageInfo };
  };
  const first = await page("first: 2");
  expect(first).toMatchObject({ subjects: ["p3", "p2"], hasNextPage: true, hasPreviousPage: false });
  const second = await page(`first: 1, after: "${first.endCursor}"`);
  expect(second).toMatchObject({ subjects: ["p1"], hasPreviousPage: true });
  expect(await page(`last: 1, before: "${second.startCursor}"`)).toMatchObject({
    subjects: ["p2"],
    hasNextPage: true,
    hasPreviousPage: true,
  });
});

test.each(["viewer", "ingest", "analyst"] as const)("the role %s sees and makes no keys", async (role) => {
  const { status } = await graphql(app(), role, "{ keys { name } auditLog { nodes { id } } }");
  expect(status).toBe(403);
  const { errors } = await mutate(role, "createKey(input: $input)");
  expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});
