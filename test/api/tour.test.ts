import { expect, test } from "vitest";
import { tour } from "../../src/api/index.ts";
import { graphql, useApp } from "../setup/app.ts";

const app = useApp();

test.each(tour.map((query) => ({ name: /^(?:query|mutation|subscription) (\w+)/m.exec(query)?.[1] ?? "", query })))(
  "the tour's query $name is answered without an error",
  async ({ name, query }) => {
    expect(name).not.toBe("");
    expect(await graphql(app(), "admin", query)).toMatchObject({ status: 200, data: expect.any(Object) as object });
    expect((await graphql(app(), "admin", query)).errors).toBeUndefined();
  },
);
