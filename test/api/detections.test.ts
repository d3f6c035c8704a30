import { beforeAll, expect, test } from "vitest";
import { graphql, useApp } from "../setup/app.ts";
import { addRule, ingest, ruleYaml } from "../setup/samples.ts";
import { createRule, updateRule } from "../../src/rules/index.ts";

const app = useApp();
const id = "00000000-0000-4000-8000-000000000001";

beforeAll(async () => {
  await addRule(app().rooms, { title: "Mail" });
  await addRule(app().rooms, {
    id: id.replace(/1$/, "2"),
    title: "Old tag",
    needle: "old-needle",
    tags: ["attack.t1562.001", "x.y"],
  });
  await ingest(app().rooms, { host: "h1" }, { host: "h2" }, { host: "h3" });
  await ingest(app().rooms, { script: "old-needle" });
});

interface Detections {
  readonly detections: {
    readonly totalCount: { readonly value: number; readonly isExact: boolean };
    readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
    readonly nodes: readonly Record<string, unknown>[];
  };
}

test("a detection tells its rule, technique, evidence and event in one query", async () => {
  const { status, data, errors } = await graphql<Detections>(
    app(),
    "viewer",
    `
      {
        detections(filter: { attack: { any: ["T1048.003"] } }, first: 1) {
          totalCount {
            value
            isExact
          }
          nodes {
            severity
            status
            host
            time
            rule {
              id
              title
              logsource {
                product
                category
              }
            }
            ruleRevision {
              revision
              title
              yaml
            }
            techniques {
              id
              name
              parent {
                id
              }
            }
            tactics {
              id
              shortName
              name
            }
            evidence {
              selection
              field
              value
              pattern
            }
            event {
              product
              categories
              host
              record
              detections {
                id
              }
            }
          }
        }
      }
    `,
  );
  expect({ status, errors }).toEqual({ status: 200 });
  expect(data.detections.totalCount).toEqual({ value: 3, isExact: true });
  expect(data.detections.nodes).toMatchObject([
    {
      severity: "MEDIUM",
      status: "NEW",
      host: "h3",
      time: "2026-11-23T11:59:00.000Z",
      rule: { id, title: "Mail", logsource: { product: "windows", category: "ps_script" } },
      ruleRevision: { revision: 1, title: "Mail", yaml: ruleYaml({ title: "Mail" }) },
      techniques: [{ id: "T1048.003", parent: { id: "T1048" } }],
      tactics: [{ id: "TA0010", shortName: "exfiltration", name: "Exfiltration" }],
      evidence: [{ selection: "selection", field: "ScriptBlockText", pattern: "Send-MailMessage" }],
      event: { product: "windows", categories: ["ps_script"], host: "h3" },
    },
  ]);
});

test.each([
  { query: "attack.t1048.003", count: 3, because: "a tag" },
  { query: "t1048", count: 3, because: "a technique with its sub-techniques" },
  { query: "TA0010", count: 3, because: "a tactic's id" },
  { query: "attack.exfiltration", count: 3, because: "a tactic's tag" },
  { query: "attack.t1562.001", count: 1, because: "a replaced id as the rule has it" },
  { query: "T1562", count: 1, because: "the technique of a replaced id" },
  { query: "attack.defense-evasion", count: 1, because: "a tactic that was split" },
  { query: "X.Y", count: 1, because: "a tag of another namespace, any letter case" },
  { query: "T1048.001", count: 0, because: "a sub-technique that no rule has" },
])("$query finds $count detections: $because", async ({ query, count }) => {
  const { data } = await graphql<Detections>(
    app(),
    "viewer",
    "query ($any: [String!]) { detections(filter: { attack: { any: $any } }) { nodes { id } totalCount { value } } }",
    { any: [query] },
  );
  expect([data.detections.nodes.length, data.detections.totalCount.value]).toEqual([count, count]);
});

test("pages follow one another by their cursors", async () => {
  const page = (after: string | null) =>
    graphql<Detections>(
      app(),
      "viewer",
      "query ($after: String) { detections(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }",
      { after },
    );
  const first = (await page(null)).data.detections;
  const second = (await page(first.pageInfo.endCursor)).data.detections;
  expect([first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage]).toEqual([true, false]);
  expect([second.pageInfo.hasNextPage, second.pageInfo.hasPreviousPage]).toEqual([false, true]);
  expect(new Set([...first.nodes, ...second.nodes].map((node) => node["id"])).size).toBe(4);
});

test.each([
  { argument: "first: 501", message: /0 to 500/, because: "a page has an end" },
  { argument: "first: -1", message: /0 to 500/, because: "fewer than nothing" },
  { argument: "first: 1, last: 1", message: /not both/, because: "from which end?" },
  { argument: 'after: "bm90IGFuIGlk"', message: /not a cursor/, because: "it is not a cursor of this list" },
  { argument: 'filter: { time: { gte: "yesterday" } }', message: /ISO 8601/, because: "it is no time" },
  { argument: 'filter: { time: { gte: "2026-01-31T08:00" } }', message: /with a zone/, because: "whose morning?" },
  {
    argument: 'filter: { time: { gte: "-P9999Y" } }',
    message: /"-P9999Y" lies outside/,
    because: "there was no such year",
  },
])("detections($argument) is refused: $because", async ({ argument, message }) => {
  const { errors } = await graphql(app(), "viewer", `{ detections(${argument}) { nodes { id } } }`);
  expect(errors?.[0]?.message).toMatch(message);
  expect(errors?.[0]?.extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
});

test.each([
  { time: { gte: "-PT2H" }, count: 4, because: "two hours back from the request" },
  { time: { gte: "-PT30S" }, count: 0, because: "they happened a minute before" },
  { time: { gte: "-P1D", lt: "-PT59S" }, count: 4, because: "both ends may be relative" },
  {
    time: { gte: "2026-11-23T11:59:00Z", lt: "PT1H" },
    count: 4,
    because: "instants go beside it, and what lies ahead",
  },
])("times may be relative to now, as in $time: $because", async ({ time, count }) => {
  const { data, errors } = await graphql<Detections>(
    app(),
    "viewer",
    'query ($time: TimeComparator) { detections(filter: { and: [{ not: { time: { gte: "PT1S" } } }], time: $time }) { nodes { id } } }',
    { time },
  );
  expect(errors).toBeUndefined();
  expect(data.detections.nodes).toHaveLength(count);
});

test("a list in a filter has at most 1,000 entries", async () => {
  const hosts = Array.from({ length: 1_001 }, (_, i) => `h${i}`);
  const { errors } = await graphql(
    app(),
    "viewer",
    "query ($hosts: [String!]) { detections(filter: { host: { in: $hosts } }) { nodes { id } } }",
    { hosts },
  );
  expect(errors?.[0]).toMatchObject({ message: "filter.host.in has 1001 entries, at most 1000 are allowed" });
});

test("the event's record comes back byte for byte", async () => {
  const record =
    '{ "EventID":4104,"n": 12345678901234567890, "Channel":"Microsoft-Windows-PowerShell/Operational","ScriptBlockText":"Send-MailMessage" }';
  const { data } = await graphql<{ ingestEvents: { detections: { id: string }[] } }>(
    app(),
    "admin",
    "mutation ($record: JSON!) { ingestEvents(events: [{ record: $record }]) { detections { id } } }",
    { record },
  );
  const found = await graphql<{ detection: { event: { record: string } } }>(
    app(),
    "viewer",
    "query ($id: ID!) { detection(id: $id) { event { record } } }",
    { id: data.ingestEvents.detections[0]?.id },
  );
  expect(found.data.detection.event.record).toBe(record);
});

test("the mutation says which events it refused, and takes the others", async () => {
  const { data } = await graphql<{ ingestEvents: object }>(
    app(),
    "ingest",
    "mutation ($events: [EventInput!]!) { ingestEvents(events: $events) { accepted rejected { index code } detections { index } } }",
    {
      events: [
        { record: "{" },
        { record: [] },
        { record: { ScriptBlockText: "Send-MailMessage" }, logsource: { product: "windows", category: "ps_script" } },
      ],
    },
  );
  expect(data.ingestEvents).toEqual({
    accepted: 1,
    rejected: [
      { index: 0, code: "invalid-json" },
      { index: 1, code: "not-an-object" },
    ],
    detections: [{ index: 2 }],
  });
});

test("the mutation takes every event of a record that holds many, and stores each with its own text", async () => {
  const [other, mail] = [
    '{ "n":1 }',
    '{ "EventID":4104, "Channel":"PowerShellCore/Operational","ScriptBlockText":"Send-MailMessage" }',
  ];
  const { data } = await graphql<{ ingestEvents: { detections: { id: string }[] } }>(
    app(),
    "admin",
    "mutation ($events: [EventInput!]!) { ingestEvents(events: $events) { accepted rejected { index code } detections { index id } } }",
    { events: [{ record: '{"x":1}' }, { id: "page", record: `{"value":[${other},${mail},7]}` }] },
  );
  expect(data.ingestEvents).toMatchObject({
    accepted: 3,
    rejected: [{ index: 1, code: "not-an-object" }],
    detections: [{ index: 1 }],
  });
  const found = await graphql<{ detection: { event: { record: string } } }>(
    app(),
    "viewer",
    "query ($id: ID!) { detection(id: $id) { event { record } } }",
    { id: data.ingestEvents.detections[0]?.id },
  );
  expect(found.data.detection.event.record).toBe(mail);
});

test("the mutation takes no more events than its limit, however they come", async () => {
  const value = Array.from({ length: 10_001 }, (_, n) => ({ n }));
  const { errors } = await graphql(
    app(),
    "ingest",
    "mutation ($record: JSON!) { ingestEvents(events: [{ record: $record }]) { accepted } }",
    { record: JSON.stringify({ value }) },
  );
  expect(errors?.[0]?.message).toBe("the records hold more than 10000 events, as many are taken at once");
});

test("a detection keeps the revision that fired when the rule moves on", async () => {
  const { rooms } = app();
  const rule = id.replace(/1$/, "7");
  await createRule(rooms, rooms.actor, ruleYaml({ id: rule, title: "First", needle: "needle-7" }));
  const caused = (await ingest(rooms, { script: "needle-7" })).detections[0]?.id;
  await updateRule(rooms, rooms.actor, {
    identity: rule,
    yaml: ruleYaml({ id: rule, title: "Second", needle: "other", level: "high", tags: ["attack.t1567"] }),
    expectedVersion: 1,
  });
  const { data } = await graphql<{ detection: object }>(
    app(),
    "viewer",
    "query ($id: ID!) { detection(id: $id) { severity rule { title revision } ruleRevision { title revision } techniques { id } } }",
    { id: caused },
  );
  expect(data.detection).toEqual({
    severity: "MEDIUM",
    rule: { title: "Second", revision: 2 },
    ruleRevision: { title: "First", revision: 1 },
    techniques: [{ id: "T1567" }],
  });
});

test("an analyst triages, and the activity says who", async () => {
  const caused = (await ingest(app().rooms, {})).detections[0]?.id;
  const { data } = await graphql<{ updateDetections: object }>(
    app(),
    "analyst",
    `
      mutation ($ids: [ID!]!) {
        updateDetections(ids: $ids, status: CLOSED, disposition: TRUE_POSITIVE, comment: "seen") {
          changed {
            status
            disposition
            version
            activity {
              kind
              old
              new
              actor
            }
          }
          userErrors {
            code
            id
          }
        }
      }
    `,
    { ids: [caused, "nonsense"] },
  );
  expect(data.updateDetections).toMatchObject({
    changed: [
      {
        status: "CLOSED",
        disposition: "TRUE_POSITIVE",
        version: 2,
        activity: [{ kind: "STATUS", actor: "analyst" }, { kind: "DISPOSITION" }, { kind: "COMMENT", new: "seen" }],
      },
    ],
    userErrors: [{ code: "NOT_FOUND", id: "nonsense" }],
  });
});

test("all of one rule from one host are closed as false positives, after a dry run", async () => {
  const { rooms } = app();
  const rule = id.replace(/1$/, "8");
  await addRule(rooms, { id: rule, needle: "needle-8" });
  await ingest(rooms, ...["y", "y", "z"].map((host) => ({ host, script: "needle-8" })));
  const close = async (variables: object) =>
    await graphql<{ updateDetections: { matched: { value: number } } }>(
      app(),
      "analyst",
      `
        mutation ($rule: String!, $dryRun: Boolean, $expectedCount: Int) {
          updateDetections(
            filter: { rule: { eq: $rule }, host: { eq: "y" } }
            dryRun: $dryRun
            expectedCount: $expectedCount
            status: CLOSED
            disposition: FALSE_POSITIVE
            assignee: "ann"
            reason: "the nightly report"
          ) {
            matched {
              value
              isExact
            }
            changed {
              host
              status
              assignee
              reason
            }
            changedCount
            unchangedCount
            refusedCount
            userErrors {
              id
              code
            }
          }
        }
      `,
      { rule, ...variables },
    );
  const tried = (await close({ dryRun: true })).data.updateDetections;
  const open = { host: "y", status: "NEW", assignee: null, reason: null };
  expect(tried).toMatchObject({ matched: { value: 2, isExact: true }, changed: [open, open], changedCount: 2 });
  const closed = { host: "y", status: "CLOSED", assignee: "ann", reason: "the nightly report" };
  expect((await close({ expectedCount: tried.matched.value })).data.updateDetections).toEqual({
    matched: { value: 2, isExact: true },
    changed: [closed, closed],
    changedCount: 2,
    unchangedCount: 0,
    refusedCount: 0,
    userErrors: [],
  });
  await ingest(rooms, { host: "y", script: "needle-8" });
  expect((await close({ expectedCount: 2 })).data.updateDetections).toMatchObject({
    matched: { value: 3, isExact: true },
    changedCount: 0,
    userErrors: [{ id: null, code: "COUNT_MISMATCH" }],
  });
});

test("an assignee that is null is taken away, one that is absent stays", async () => {
  const [caused] = (await ingest(app().rooms, {})).detections;
  const assign = (argument: string) =>
    graphql<{ updateDetections: { changed: object[]; unchanged: object[] } }>(
      app(),
      "analyst",
      `mutation ($ids: [ID!]!) { updateDetections(ids: $ids, ${argument}) { changed { assignee } unchanged { assignee } } }`,
      { ids: [caused?.id] },
    );
  expect((await assign('assignee: " ann "')).data.updateDetections.changed).toEqual([{ assignee: "ann" }]);
  expect((await assign("status: NEW")).data.updateDetections.unchanged).toEqual([{ assignee: "ann" }]);
  expect((await assign("assignee: null")).data.updateDetections.changed).toEqual([{ assignee: null }]);
});

test.each([
  { argument: "status: NEW", message: "give `ids` or `filter`, one of them", because: "of which?" },
  { argument: 'ids: ["a"], filter: {}', message: "give `ids` or `filter`, one of them", because: "of which?" },
  { argument: "filter: {}", message: /needs expectedCount: ask with dryRun first/, because: "nobody has counted" },
  { argument: "filter: {}, dryRun: true, expectedVersion: 1", message: /not with a filter/, because: "of which one?" },
  { argument: 'ids: ["a", "b"], expectedVersion: 1', message: /2 ids were given/, because: "they are two" },
  { argument: 'ids: ["a"], expectedCount: 1', message: /goes with a filter/, because: "they are counted" },
  { argument: 'ids: [], assignee: " "', message: /1 to 200 characters; null is nobody/, because: "nobody is null" },
  { argument: 'ids: [], comment: ""', message: /comment: a text of 1 to 10000/, because: "it says nothing" },
  {
    argument: `ids: [], reason: "${"x".repeat(10_001)}"`,
    message: /reason: a text of 1 to 10000/,
    because: "it is a book",
  },
])("updateDetections is refused: $because", async ({ argument, message }) => {
  const { errors } = await graphql(app(), "analyst", `mutation { updateDetections(${argument}) { changedCount } }`);
  expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT" } }]);
  expect(errors?.[0]?.message).toMatch(message);
});
