import { expect, test } from "vitest";
import { createKey, openLink, revokeKey, rotateKey, signLink } from "../../src/access/index.ts";
import { testNow, useRooms } from "../setup/rooms.ts";

const rooms = useRooms();
const hourLater = new Date(testNow.getTime() + 3_600_000);
const path = "/attack/layer.json";

async function makeLink(name: string, networks: readonly string[] = []) {
  const { database, actor } = rooms();
  await createKey(database, actor, { name, role: "viewer", networks }, testNow);
  const link = await signLink(database, { ...actor, name }, { path, parameters: { source: "rules" } }, hourLater);
  return new URL(link ?? "", "http://host");
}

const open = (url: URL, now = testNow, address = "192.0.2.1") =>
  openLink(rooms().database, { path: url.pathname, parameters: Object.fromEntries(url.searchParams), address }, now);

test("a link speaks for the key that it was signed with", async () => {
  expect(await open(await makeLink("one"))).toEqual({ tenantId: rooms().actor.tenantId, name: "one", role: "viewer" });
});

test("the order of a link's parameters does not matter", async () => {
  const url = await makeLink("sorted");
  url.searchParams.sort();
  expect(await open(url)).toMatchObject({ name: "sorted" });
});

test.each<{ because: string; change: (url: URL) => void; refusal: string }>([
  { because: "a parameter was changed", change: (url) => url.searchParams.set("source", "x"), refusal: "forged" },
  { because: "one was added", change: (url) => url.searchParams.set("more", "x"), refusal: "forged" },
  {
    because: "it was prolonged",
    change: (url) => url.searchParams.set("expires", "99999999999999"),
    refusal: "forged",
  },
  { because: "it is for another path", change: (url) => (url.pathname = "/other"), refusal: "forged" },
  { because: "it has no signature", change: (url) => url.searchParams.delete("signature"), refusal: "unsigned" },
  { because: "its key is no id", change: (url) => url.searchParams.set("key", "x"), refusal: "forged" },
])("a link is $refusal when $because", async ({ because, change, refusal }) => {
  const url = await makeLink(because);
  change(url);
  expect(await open(url)).toBe(refusal);
});

test("a link ends at its time, and with its key or the key's rotation", async () => {
  const { database, actor } = rooms();
  const [timed, revoked, rotated] = [await makeLink("timed"), await makeLink("revoked"), await makeLink("rotated")];
  await revokeKey(database, actor, "revoked", testNow);
  await rotateKey(database, actor, { name: "rotated" }, testNow);
  expect([await open(timed, hourLater), await open(revoked), await open(rotated)]).toEqual([
    "expired",
    "revoked",
    "forged",
  ]);
});

test("a link of a key of one network opens nothing from elsewhere", async () => {
  const url = await makeLink("near", ["10.0.0.0/8"]);
  expect(await open(url, testNow, "10.1.1.1")).toMatchObject({ name: "near" });
  expect(await open(url)).toBe("elsewhere");
});
