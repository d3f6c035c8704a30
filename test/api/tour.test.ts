import { parse, validate } from "graphql";
import { expect, test } from "vitest";
import { schema, tour } from "../../src/api/index.ts";
import { graphql, useApp } from "../setup/app.ts";

const app = useApp();

const operations = tour.filter((query) => !/^subscription/m.test(query));

test.each(operations.map((query) => ({ name: /^(?:query|mutation) (\w+)/m.exec(query)?.[1] ?? "", query })))(
  "the tour's query $name is answered without an error",
  async ({ name, query }) => {
    expect(name).not.toBe("");
    expect(await graphql(app(), "admin", query)).toMatchObject({ status: 200, data: expect.any(Object) as object });
    expect((await graphql(app(), "admin", query)).errors).toBeUndefined();
  },
);

test.each(tour.map((query) => ({ query })))("the tour fits the schema: $query", ({ query }) => {
  expect(validate(schema, parse(query))).toEqual([]);
});
