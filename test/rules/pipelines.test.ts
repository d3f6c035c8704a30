import { beforeAll, expect, test } from "vitest";
import { deletePipeline, setPipeline } from "../../src/rules/index.ts";
import { graphql, useApp } from "../setup/app.ts";
import { addRule, ingest } from "../setup/samples.ts";

const app = useApp();
const id = "00000000-0000-4000-8000-0000000000c1";

const mapping = `name: Renames
priority: 10
transformations:
  - id: rename
    type: field_name_mapping
    mapping:
      ScriptBlockText: ScriptBlockId
`;

const found = async (script: string) => (await ingest(app().rooms, { script })).detections.length;

beforeAll(() => addRule(app().rooms, { id, needle: "b1" }));

test("a pipeline changes what rules ask for, and leaves their texts; without it they are as before", async () => {
  const { rooms } = app();
  // Every sample's ScriptBlockId is b1, and no script holds it.
  expect(await found("nothing")).toBe(0);
  expect((await setPipeline(rooms, rooms.actor, "renames", mapping)).problems).toEqual([]);
  expect(await found("nothing")).toBe(1);
  const book = await rooms.registry.book(rooms.actor.tenantId);
  expect(book.byIdentity.get(id)?.yaml).toContain("ScriptBlockText");
  expect(await deletePipeline(rooms, rooms.actor, "renames")).toBe(true);
  expect(await found("nothing")).toBe(0);
});

test("a pipeline that would run commands is refused with its place", async () => {
  const yaml = "name: Bad\ntransformations:\n  - type: command_placeholders\n    command: id\n";
  const { data } = await graphql<{ setPipeline: { pipeline: object | null; problems: object[] } }>(
    app(),
    "admin",
    'mutation ($yaml: String!) { setPipeline(name: "bad", yaml: $yaml) { pipeline { name } problems { code line } } }',
    { yaml },
  );
  expect(data.setPipeline).toMatchObject({ pipeline: null, problems: [{ code: "unsafe-transformation", line: 3 }] });
});

test("pipelines are set, read and removed over GraphQL", async () => {
  const set = await graphql(
    app(),
    "admin",
    'mutation ($yaml: String!) { setPipeline(name: "mine", yaml: $yaml) { pipeline { name } problems { code } } }',
    { yaml: mapping },
  );
  expect(set.data).toEqual({ setPipeline: { pipeline: { name: "mine" }, problems: [] } });
  const read = await graphql(app(), "viewer", "{ pipelines { name yaml } }");
  expect(read.data).toEqual({ pipelines: [{ name: "mine", yaml: mapping }] });
  const removed = await graphql(app(), "admin", 'mutation { deletePipeline(name: "mine") }');
  expect(removed.data).toEqual({ deletePipeline: true });
});
