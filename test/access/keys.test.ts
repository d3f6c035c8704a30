import { expect, test } from "vitest";
import { authenticate, createKey, ensureAdminKey, listKeys, may, revokeKey, roles } from "../../src/access/index.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const who = (key: string | undefined, now = testNow, address = "192.0.2.1") =>
  authenticate(rooms().database, { key: key ?? "", address }, now);
const create = (name: string, expiresAt?: Date) =>
  createKey(rooms().database, rooms().actor, { name, role: "analyst", ...(expiresAt && { expiresAt }) }, testNow);

test("a key opens what its role may", async () => {
  const key = await create("ann");
  expect(key).toMatch(/^dql_[\w-]{43}$/);
  expect(await who(key)).toEqual({ tenantId: rooms().actor.tenantId, name: "ann", role: "analyst" });
});

test("a key is stored as its hash only", async () => {
  const key = await create("hashed");
  const { rows } = await rooms().database.pool.query<{ text: string }>(
    "select string_agg(k::text, ' ') as text from api_key k",
  );
  expect(rows[0]?.text).not.toContain(key?.slice(4));
});

test.each([
  { because: "it was never made", key: () => Promise.resolve(`dql_${"x".repeat(43)}`), refusal: "unknown" },
  { because: "it is no key of ours", key: () => Promise.resolve("Bearer"), refusal: "unknown" },
  { because: "its time is over", key: () => create("old", new Date(testNow.getTime() - 1)), refusal: "expired" },
])("a key is $refusal when $because", async ({ key, refusal }) => {
  expect(await who(await key())).toBe(refusal);
});

test("keys that are asked for together are each answered for themselves", async () => {
  const [one, other, gone] = [await create("one"), await create("other"), await create("gone")];
  await revokeKey(rooms().database, rooms().actor, "gone", testNow);
  const asked = [one, other, gone, `dql_${"y".repeat(43)}`, one];
  const answers = await Promise.all([...asked, ...asked].map((key) => who(key)));
  const expected = [{ name: "one" }, { name: "other" }, "revoked", "unknown", { name: "one" }];
  expect(answers.map((answer) => (typeof answer === "string" ? answer : { name: answer.name }))).toEqual([
    ...expected,
    ...expected,
  ]);
});

test("an answer is never older than the request: a key that was revoked while others were asked for opens nothing", async () => {
  const key = await create("racing");
  const before = Array.from({ length: 20 }, () => who(key));
  await revokeKey(rooms().database, rooms().actor, "racing", testNow);
  expect(await who(key)).toBe("revoked");
  await Promise.all(before);
});

test("a revoked key opens nothing, and its name is free again", async () => {
  const key = await create("bob");
  expect(await create("bob")).toBeUndefined();
  expect(await revokeKey(rooms().database, rooms().actor, "bob", testNow)).toBe(true);
  expect(await who(key)).toBe("revoked");
  const again = await create("bob");
  expect(await who(again)).toMatchObject({ name: "bob" });
  expect(await who(key)).toBe("unknown");
});

test("when a key was last used is kept to the minute", async () => {
  const key = await create("used");
  const lastUsed = async () =>
    (await listKeys(rooms().database, rooms().actor.tenantId)).find(({ name }) => name === "used")?.lastUsedAt;
  expect(await lastUsed()).toBeNull();
  await who(key);
  await who(key, new Date(testNow.getTime() + 59_000));
  expect(await lastUsed()).toEqual(testNow);
  const later = new Date(testNow.getTime() + 60_000);
  await who(key, later);
  expect(await lastUsed()).toEqual(later);
});

test("the operator's own admin key takes the place of the one before", async () => {
  const { database, actor } = rooms();
  const chosen = (letter: string) => `dql_${letter.repeat(40)}`;
  await ensureAdminKey(database, actor.tenantId, chosen("a"), testNow);
  expect(await who(chosen("a"))).toMatchObject({ role: "admin" });
  await ensureAdminKey(database, actor.tenantId, chosen("b"), testNow);
  expect(await who(chosen("a"))).toBe("unknown");
  expect(await who(chosen("b"))).toMatchObject({ role: "admin" });
  expect(await ensureAdminKey(database, actor.tenantId, undefined, testNow)).toBeUndefined();
});

test.each([
  { permission: "read", allowed: ["viewer", "analyst", "admin"] },
  { permission: "ingest", allowed: ["ingest", "admin"] },
  { permission: "triage", allowed: ["analyst", "admin"] },
  { permission: "administer", allowed: ["admin"] },
] as const)("$allowed may $permission", ({ permission, allowed }) => {
  expect(roles.filter((role) => may({ tenantId: 1, name: "x", role }, permission))).toEqual(allowed);
});
