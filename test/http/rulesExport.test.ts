import { expect, test } from "vitest";
import { deleteRules, importRules } from "../../src/rules/index.ts";
import { bearer, http, useApp } from "../setup/app.ts";
import { addRule } from "../setup/samples.ts";

const app = useApp();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

test("all rules are one YAML file, which is imported again; deleted ones are absent", async () => {
  const { rooms } = app();
  await addRule(rooms, { id: uuid(1), title: "First" });
  await addRule(rooms, { id: uuid(2), title: "Second", needle: "second" });
  await addRule(rooms, { id: uuid(3), title: "Gone", needle: "third" });
  await deleteRules(rooms, rooms.actor, [uuid(3)]);
  const { status, headers, text } = await http(app()).get("/v1/rules/export").set(bearer(app(), "viewer")).buffer(true);
  expect([status, headers["content-type"], headers["content-disposition"]]).toEqual([
    200,
    "application/yaml; charset=utf-8",
    'attachment; filename="rules.yml"',
  ]);
  const [report] = await importRules(rooms, rooms.actor, [{ name: "rules.yml", text }]);
  expect(report?.rules.map(({ title, outcome }) => ({ title, outcome }))).toEqual([
    { title: "First", outcome: "unchanged" },
    { title: "Second", outcome: "unchanged" },
  ]);
});

test.each([
  { key: "ingest" as const, expected: 403, because: "the role may not read" },
  { key: undefined, expected: 401, because: "there is no key" },
])("the export is refused: $because", async ({ key, expected }) => {
  const request = http(app()).get("/v1/rules/export");
  expect((await (key ? request.set(bearer(app(), key)) : request)).status).toBe(expected);
});
