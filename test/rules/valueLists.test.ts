import { expect, test } from "vitest";
import { createRule, deleteValueList, setValueList } from "../../src/rules/index.ts";
import { graphql, useApp } from "../setup/app.ts";
import { ingest, ruleYaml } from "../setup/samples.ts";

const app = useApp();
const id = "00000000-0000-4000-8000-0000000000b1";
const yaml = ruleYaml({ id }).replace("|contains: Send-MailMessage", "|expand|contains: '%mailers%'");
const found = async (script: string) => (await ingest(app().rooms, { script })).detections.length;

test("a rule whose list is missing is refused, with its place and what to do", async () => {
  const { rooms } = app();
  const result = await createRule(rooms, rooms.actor, yaml);
  expect(result.entry).toBeUndefined();
  expect(result.problems).toMatchObject([{ code: "unresolved-placeholder", severity: "error" }]);
});

test("a rule finds by the values of its list, and by others as soon as they are set", async () => {
  const { rooms } = app();
  await setValueList(rooms, rooms.actor, "mailers", ["Send-One", "Send-Two"]);
  expect((await createRule(rooms, rooms.actor, yaml)).entry).toMatchObject({ identity: id, problems: [] });
  expect([await found("Send-One"), await found("send-two"), await found("Send-Three")]).toEqual([1, 1, 0]);
  await setValueList(rooms, rooms.actor, "mailers", ["Send-Three"]);
  expect([await found("Send-One"), await found("Send-Three")]).toEqual([0, 1]);
});

test("without its list a rule says so and finds nothing, until the list is back", async () => {
  const { rooms } = app();
  await setValueList(rooms, rooms.actor, "mailers", ["Send-Three"]);
  expect(await deleteValueList(rooms, rooms.actor, "mailers")).toBe(true);
  const entry = async () => (await rooms.registry.book(rooms.actor.tenantId)).byIdentity.get(id);
  expect((await entry())?.problems).toMatchObject([{ code: "unresolved-placeholder" }]);
  expect(await found("Send-Three")).toBe(0);
  await setValueList(rooms, rooms.actor, "mailers", ["Send-Three"]);
  expect((await entry())?.problems).toEqual([]);
  expect(await found("Send-Three")).toBe(1);
});

test("lists are set, read and removed over GraphQL", async () => {
  const set = await graphql(
    app(),
    "admin",
    'mutation { setValueList(name: "admins", values: ["ann", "bob"]) { name values } }',
  );
  expect(set.data).toEqual({ setValueList: { name: "admins", values: ["ann", "bob"] } });
  const { data } = await graphql<{ valueLists: object[] }>(app(), "viewer", "{ valueLists { name values } }");
  expect(data.valueLists).toContainEqual({ name: "admins", values: ["ann", "bob"] });
  const removed = await graphql(app(), "admin", 'mutation { deleteValueList(name: "admins") }');
  expect(removed.data).toEqual({ deleteValueList: true });
});

test.each([
  { name: "%x%", values: '["a"]', because: "the percent signs are not part of the name" },
  { name: "x", values: "[]", because: "an empty list could not match" },
])("a list $name of $values is refused: $because", async ({ name, values }) => {
  const { errors } = await graphql(
    app(),
    "admin",
    `mutation { setValueList(name: "${name}", values: ${values}) { name } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});
