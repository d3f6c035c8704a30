import { beforeAll, expect, test } from "vitest";
import { graphql, useApp } from "../setup/app.ts";
import { ingest } from "../setup/samples.ts";

const app = useApp();
let ids: readonly string[];

beforeAll(async () => {
  const { rooms } = app();
  await ingest(rooms, {}, { time: "none" }, { time: "2031-01-01T00:00:00Z" }, {});
  const { rows } = await rooms.database.pool.query<{ id: string }>("select id from event order by id");
  ids = rows.map(({ id }) => id);
  // As a version before this one would have stored it.
  await rooms.database.pool.query("update event set time_origin = null where id = $1", [ids[3]]);
});

test.each([
  { place: 0, timeOrigin: "RECORD", time: "2026-11-23T11:59:00.000Z" },
  { place: 1, timeOrigin: "ARRIVAL_ABSENT", time: "2026-11-23T12:00:00.000Z" },
  { place: 2, timeOrigin: "ARRIVAL_AHEAD", time: "2026-11-23T12:00:00.000Z" },
  { place: 3, timeOrigin: null, time: "2026-11-23T11:59:00.000Z" },
])("an event says where its time comes from: $timeOrigin", async ({ place, timeOrigin, time }) => {
  const { data, errors } = await graphql(
    app(),
    "viewer",
    "query ($id: ID!) { event(id: $id) { time timeOrigin receivedAt } }",
    { id: ids[place] },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ event: { time, timeOrigin, receivedAt: "2026-11-23T12:00:00.000Z" } });
});

test("events are listed by what they are, where and when", async () => {
  const { data, errors } = await graphql<{ events: { nodes: { id: string }[]; pageInfo: { endCursor: string } } }>(
    app(),
    "viewer",
    `
      query ($after: String) {
        events(
          filter: {
            classification: { category: "ps_script" }
            host: { eq: "ws1.example.org" }
            receivedAt: { gte: "-PT1H" }
            hasDetections: false
          }
          first: 3
          after: $after
        ) {
          nodes {
            id
          }
          endedEarly
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    `,
  );
  expect(errors).toBeUndefined();
  expect(data.events).toMatchObject({
    nodes: [{ id: ids[3] }, { id: ids[2] }, { id: ids[1] }],
    endedEarly: false,
    pageInfo: { hasNextPage: true },
  });
});
