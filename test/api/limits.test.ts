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
