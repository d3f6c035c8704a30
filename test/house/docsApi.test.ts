import { complexityFromQuery } from "@pothos/plugin-complexity";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";
import { may, roles } from "../../src/access/index.ts";
import { schema } from "../../src/api/index.ts";
import { limits } from "../../src/api/limits.ts";
import { blocksOf, codeIn, pages, readText, sectionOf, tableOf } from "./docsPages.ts";

const printed = buildSchema(readText("schema.graphql"));
const tour = readText("docs/graphql.md");
const queries = pages.flatMap((page) =>
  blocksOf(readText(page))
    .filter(({ language }) => language === "graphql")
    .map(({ text, line }) => ({ text, place: `${page}:${line}` })),
);

/** A value for every variable that the queries have; each takes those that it declares. */
const variables = {
  id: "019ab0a2-51d4-7b5c-8f0e-3d1c6a94e7b2",
  ids: ["019ab0a2-51d4-7b5c-8f0e-3d1c6a94e7b2"],
  since: "2026-11-20T00:00:00Z",
  after: null,
  yaml: "title: A rule",
  version: 1,
  events: [{ record: {} }],
  record: {},
  detection: "019ab0a2-51d4-7b5c-8f0e-3d1c6a94e7b2",
  event: "019ab0a2-51d4-7b5c-8f0e-3d1c6a94e7b2",
  rule: "9a7afa56-4762-43eb-807d-c3dc9ffe211b",
  host: "WS-014",
  count: 2,
  filter: "title: A filter",
};

test("there are queries in the pages", () => {
  expect(queries.length).toBeGreaterThan(10);
});

test.each(queries)("the query at $place fits schema.graphql", ({ text }) => {
  expect(validate(printed, parse(text))).toEqual([]);
});

test.each(queries)("the query at $place is within the limits", ({ text }) => {
  const { depth, breadth, complexity } = complexityFromQuery(text, { schema, ctx: {}, variables });
  expect(depth).toBeLessThanOrEqual(limits.depth);
  expect(breadth).toBeLessThanOrEqual(limits.breadth);
  expect(complexity).toBeLessThanOrEqual(limits.cost);
});

test("the tour has the limits of a request", () => {
  const named = tableOf(tour, "limit").map(([name = "", most = ""]) => [
    codeIn(name)[0],
    Number(most.replaceAll(",", "")),
  ]);
  expect(Object.fromEntries(named)).toEqual(limits);
});

test("the tour's table of roles is what roles may do", () => {
  const permissions = ["read", "ingest", "triage", "administer"] as const;
  const kept = roles.map((role) => {
    const principal = { tenantId: 1, name: "anyone", role };
    return [`\`${role}\``, ...permissions.map((permission) => (may(principal, permission) ? "yes" : "no"))];
  });
  expect(tableOf(sectionOf(tour, "## Who may do what"), "role")).toEqual(kept);
});
