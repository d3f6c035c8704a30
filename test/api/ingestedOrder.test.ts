import { beforeAll, expect, test } from "vitest";
import { graphql, useApp } from "../setup/app.ts";
import { addRule, ingest } from "../setup/samples.ts";

const app = useApp();

beforeAll(async () => {
  await addRule(app().rooms);
  await ingest(app().rooms, { host: "h1" });
});

interface Detections {
  readonly detections: {
    readonly nodes: readonly Record<string, unknown>[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

test("the ingest order gives a cursor with an empty page, and goes on from it", async () => {
  const ask = async (args: string) => {
    const query = `{ detections(order: INGESTED, ${args}) { nodes { host sequence } pageInfo { hasNextPage startCursor endCursor } totalCount { value } } }`;
    const { data, errors } = await graphql<Detections>(app(), "viewer", query);
    expect(errors).toBeUndefined();
    return data.detections;
  };
  const start = (await ask("last: 0")).pageInfo.endCursor;
  const empty = await ask(`after: "${start}"`);
  expect([empty.nodes, empty.pageInfo.endCursor, empty.pageInfo.hasNextPage]).toEqual([[], start, false]);
  await ingest(app().rooms, { host: "f1" }, { host: "f2" });
  const found = await ask(`first: 1, after: "${start}"`);
  expect([found.nodes.map((node) => node["host"]), found.pageInfo.hasNextPage]).toEqual([["f1"], true]);
  const rest = await ask(`after: "${found.pageInfo.endCursor}"`);
  expect([rest.nodes.map((node) => node["host"]), rest.pageInfo.hasNextPage]).toEqual([["f2"], false]);
});

test.each([
  {
    cursor: "019ab0a2-51d4-7b5c-8f0e-3d1c6a94e7b2",
    message: /not a cursor of this list/,
    because: "it is of the list by arrival",
  },
  { cursor: "ingested 999999", message: /ahead of all detections/, because: "it is from another database" },
])("a cursor of the ingest order is refused: $because", async ({ cursor, message }) => {
  const after = Buffer.from(cursor).toString("base64url");
  const { errors } = await graphql(
    app(),
    "viewer",
    `{ detections(order: INGESTED, after: "${after}") { nodes { id } } }`,
  );
  expect(errors).toMatchObject([
    { message: expect.stringMatching(message) as string, extensions: { code: "BAD_USER_INPUT" } },
  ]);
});
