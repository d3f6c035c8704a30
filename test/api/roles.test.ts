import { expect, test } from "vitest";
import type { Role } from "../../src/access/index.ts";
import { graphql, http, useApp } from "../setup/app.ts";

const app = useApp();

const operations = {
  read: "{ detections { nodes { id } } }",
  ingest: "mutation { ingestEvents(events: []) { accepted } }",
  triage: "mutation { updateDetections(ids: []) { changed { id } } }",
  administer: "mutation { setRuleState(ids: [], state: ACTIVE) { changed { id } } }",
} as const;

test.each<{ role: Role; may: readonly (keyof typeof operations)[] }>([
  { role: "viewer", may: ["read"] },
  { role: "ingest", may: ["ingest"] },
  { role: "analyst", may: ["read", "triage"] },
  { role: "admin", may: ["read", "ingest", "triage", "administer"] },
])("the role $role may $may and nothing else", async ({ role, may }) => {
  for (const [permission, operation] of Object.entries(operations)) {
    const { status, errors } = await graphql(app(), role, operation);
    const allowed = may.includes(permission as keyof typeof operations);
    expect([permission, status, errors?.[0]?.extensions.code]).toEqual([
      permission,
      allowed ? 200 : 403,
      allowed ? undefined : "FORBIDDEN",
    ]);
  }
});

test.each<{ operation: string; may: readonly Role[] }>([
  { operation: '{ validateRule(yaml: "x") { isValid } }', may: ["viewer", "analyst", "admin"] },
  { operation: "{ exportRules { count } }", may: ["viewer", "analyst", "admin"] },
  { operation: '{ testRule(yaml: "x", records: []) { looked } }', may: ["analyst", "admin"] },
  { operation: '{ previewFilter(yaml: "x") { looked } }', may: ["analyst", "admin"] },
  { operation: '{ draftFilter(detection: "x", fields: []) { yaml } }', may: ["analyst", "admin"] },
  { operation: "mutation { deleteRules(ids: []) { changed { id } } }", may: ["admin"] },
  { operation: "mutation { importRules(files: []) { new } }", may: ["admin"] },
  { operation: "mutation { setFilterExpiry(ids: []) { changed { id } } }", may: ["admin"] },
  { operation: 'mutation { restoreRule(id: "x", revision: 1, expectedVersion: 1) { rule { id } } }', may: ["admin"] },
])("only $may may ask $operation", async ({ operation, may }) => {
  for (const role of ["viewer", "ingest", "analyst", "admin"] as const) {
    const { errors } = await graphql(app(), role, operation);
    expect([role, errors?.[0]?.extensions.code]).toEqual([role, may.includes(role) ? undefined : "FORBIDDEN"]);
  }
});

test("an operation of which a part is allowed is answered in part, with the error at its path", async () => {
  const { status, data, errors } = await graphql(app(), "ingest", '{ viewer { role } rule(id: "x") { id } }');
  expect(status).toBe(200);
  expect(data).toEqual({ viewer: { role: "INGEST" }, rule: null });
  expect(errors).toMatchObject([
    { path: ["rule"], message: "Query.rule is not for the role ingest: it needs viewer or analyst or admin" },
  ]);
});

test.each([
  { header: {}, because: "there is no key" },
  { header: { authorization: "Bearer dql_wrong" }, because: "the key is unknown" },
  { header: { authorization: "Basic abc" }, because: "it is no bearer" },
])("without a valid key the answer is 401: $because", async ({ header }) => {
  const { status, body, headers } = await http(app())
    .post("/graphql")
    .set(header)
    .send({ query: "{ viewer { name } }" });
  expect(status).toBe(401);
  expect(headers["www-authenticate"]).toBe("Bearer");
  expect(body).toMatchObject({ errors: [{ extensions: { code: "UNAUTHENTICATED" } }] });
});

test("what a mutation was allowed to do is answered, whatever else was refused", async () => {
  const { status, data, errors } = await graphql(
    app(),
    "ingest",
    'mutation { ingestEvents(events: [{ record: { a: 1 } }]) { accepted } deleteValueList(name: "x") }',
  );
  expect(status).toBe(200);
  expect(data).toEqual({ ingestEvents: { accepted: 1 }, deleteValueList: null });
  expect(errors).toMatchObject([{ path: ["deleteValueList"], extensions: { code: "FORBIDDEN" } }]);
});
