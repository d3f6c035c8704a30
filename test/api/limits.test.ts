import { expect, test } from "vitest";
import { bearer, graphql, http, useApp } from "../setup/app.ts";

const app = useApp();

const deep = (levels: number): string =>
  `{ technique(id: "T1048") ${"{ parent ".repeat(levels)}{ id }${" }".repeat(levels)} }`;

test("a query of depth 50 is refused with its place", async () => {
  const { errors, data } = await graphql<object>(app(), "viewer", deep(48));
  expect(errors?.[0]).toMatchObject({
    message: "the depth of the query is 50, the limit is 15: ask for less at once",
    extensions: { code: "QUERY_TOO_COMPLEX" },
    locations: [{ line: 1, column: 3 }],
  });
  expect(data).toEqual({ technique: null });
});

test("a query of depth 15 is answered", async () => {
  expect((await graphql(app(), "viewer", deep(13))).errors).toBeUndefined();
});

test("a query that multiplies lists is refused by its cost", async () => {
  const { errors } = await graphql(
    app(),
    "viewer",
    "{ detections(first: 500) { nodes { rule { revisions { yaml } } event { detections { evidence { value } } } } edges { node { tactics { rules { id } } } } } }",
  );
  expect(errors?.[0]).toMatchObject({ extensions: { code: "QUERY_TOO_COMPLEX" } });
});

test("a query of many aliases is refused by its breadth", async () => {
  const aliases = Array.from({ length: 600 }, (_, i) => `a${i}: viewer { name }`).join(" ");
  const { errors } = await graphql(app(), "viewer", `{ ${aliases} }`);
  expect(errors?.[0]).toMatchObject({ extensions: { code: "QUERY_TOO_COMPLEX" } });
});

test("a document of too many tokens is not even parsed", async () => {
  const { status, errors } = await graphql(app(), "viewer", `{ ${"viewer { name } ".repeat(2_000)} }`);
  expect(status).toBe(400);
  expect(errors?.[0]?.message).toMatch(/token/);
});

test("introspection fits the limits", async () => {
  const { data, errors } = await graphql<{ __schema: object }>(
    app(),
    "viewer",
    "{ __schema { types { name fields { name type { name ofType { name ofType { name ofType { name } } } } } } } }",
  );
  expect(errors).toBeUndefined();
  expect(data.__schema).toBeDefined();
});

test("a batch of operations is refused", async () => {
  const { status } = await http(app())
    .post("/graphql")
    .set(bearer(app(), "viewer"))
    .send([{ query: "{ viewer { name } }" }]);
  expect(status).toBe(400);
});

test("a form post is refused: it could come from any page that the user has open", async () => {
  const { status } = await http(app())
    .post("/graphql")
    .set(bearer(app(), "viewer"))
    .set("content-type", "text/plain")
    .send('{"query":"{ viewer { name } }"}');
  expect(status).toBeGreaterThanOrEqual(400);
});

test.each([
  { because: "the database cannot hold U+0000", filter: { host: { eq: "a\0" } }, message: /U\+0000/ },
  { because: "one list is too long", filter: { host: { in: Array(1_001).fill("a") } }, message: /1001 entries/ },
  {
    because: "all lists together are too long",
    filter: { or: Array(5).fill({ attack: { any: Array(500).fill("T1048") } }) },
    message: /more than 2000 parts/,
  },
])("a filter is refused when $because", async ({ filter, message }) => {
  const { errors } = await graphql(
    app(),
    "viewer",
    "query ($filter: DetectionFilter) { detections(filter: $filter) { nodes { id } } }",
    { filter },
  );
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message) as string, extensions: { code: "BAD_USER_INPUT" } },
  ]);
});

test("variables that are nested too deep are refused before they are read", async () => {
  let filter: object = {};
  for (let depth = 0; depth < 500; depth++) filter = { not: filter };
  const { status, errors } = await graphql(
    app(),
    "viewer",
    "query ($filter: DetectionFilter) { detections(filter: $filter) { nodes { id } } }",
    { filter },
  );
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});

test("a cursor beyond all ids is no cursor", async () => {
  const before = Buffer.from("ffffffff-ffff-ffff-ffff-ffffffffffff").toString("base64url");
  const { errors } = await graphql(app(), "viewer", `{ detections(last: 1, before: "${before}") { nodes { id } } }`);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
});

test.each(["deleteValueList", "deletePipeline"])(
  "%s refuses a name that the database cannot search for",
  async (mutation) => {
    const { errors } = await graphql(app(), "admin", `mutation { ${mutation}(name: "a\\u0000b") }`);
    expect(errors?.[0]).toMatchObject({
      message: "name has the character U+0000, which cannot be stored or searched for",
      extensions: { code: "BAD_USER_INPUT" },
    });
  },
);
