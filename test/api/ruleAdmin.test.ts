import { beforeAll, expect, test } from "vitest";
import type { Role } from "../../src/access/index.ts";
import { graphql, useApp } from "../setup/app.ts";
import { addRule, ingest, ruleYaml, scriptBlock } from "../setup/samples.ts";

const app = useApp();
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

/** Sends an operation whose one field is `answer`. */
async function ask<Answer>(query: string, variables: object = {}, role: Role = "admin"): Promise<Answer> {
  const { data, errors } = await graphql<{ answer: Answer }>(app(), role, query, variables);
  expect(errors).toBeUndefined();
  return data.answer;
}

async function refused(query: string, variables: object = {}): Promise<string | undefined> {
  const { errors } = await graphql(app(), "admin", query, variables);
  return errors?.[0]?.message;
}

beforeAll(async () => {
  await addRule(app().rooms, { id: uuid(1), title: "Mail", level: "low" });
  await addRule(app().rooms, { id: uuid(2), title: "Other", needle: "other-needle" });
  await ingest(app().rooms, { host: "gateway" }, { host: "gateway" }, { host: "ws1" }, { script: "other-needle" });
});

test("a text is validated with the places of its problems", async () => {
  const validate = (yaml: string) =>
    ask(
      `query ($yaml: String!) {
        answer: validateRule(yaml: $yaml) { isValid id kind title existing { id } problems { code line } userErrors { code } }
      }`,
      { yaml },
      "viewer",
    );
  expect(await validate(ruleYaml({ id: uuid(1), needle: "x" }))).toMatchObject({
    isValid: true,
    id: uuid(1),
    kind: "RULE",
    existing: { id: uuid(1) },
    userErrors: [],
  });
  const broken = ruleYaml({ id: uuid(90) }).replace("|contains", "|contain");
  expect(await validate(broken)).toMatchObject({
    isValid: false,
    id: null,
    problems: [{ code: "unknown-modifier", line: 13 }],
  });
  expect(await validate(`${ruleYaml({ id: uuid(91) })}---\n${ruleYaml({ id: uuid(92) })}`)).toMatchObject({
    isValid: false,
    userErrors: [{ code: "NOT_ONE_RULE" }],
  });
});

const testQuery = `query ($rule: ID, $yaml: String, $records: [EventInput!], $events: [ID!], $last: RecentEventsInput) {
  answer: testRule(rule: $rule, yaml: $yaml, records: $records, events: $events, last: $last) {
    looked matched isComplete resultsOmitted
    results { index verdict event { host } evidence { field value } explanation { verdict rule { id } isLive } }
    rejected { index code }
    problems { severity code }
  }
}`;

const newRule = ruleYaml({ id: uuid(50), title: "Not stored", needle: "-To a@example.org" });

test("a text is tested on records before it is stored: what matches comes first", async () => {
  const records = [
    { record: scriptBlock({ script: "nothing" }) },
    { record: scriptBlock({ script: "mail -To a@example.org" }) },
    { record: { unlike: "all of them" } },
    { record: "no object" },
  ];
  const answer = await ask<{ results: object[] }>(testQuery, { yaml: newRule, records }, "analyst");
  expect(answer).toMatchObject({
    looked: 3,
    matched: 1,
    isComplete: true,
    resultsOmitted: 0,
    results: [
      {
        index: 1,
        verdict: "MATCH",
        event: null,
        evidence: [{ field: "ScriptBlockText", value: "mail -To a@example.org" }],
        explanation: { verdict: "MATCH", rule: null, isLive: false },
      },
      { index: 0, verdict: "NO_MATCH", explanation: { verdict: "NO_MATCH" } },
      { index: 2, verdict: "NOT_CONSIDERED" },
    ],
    rejected: [{ index: 3, code: "invalid-json" }],
  });
  expect(await ask('{ answer: rule(id: "' + uuid(50) + '") { id } }')).toBeNull();
});

test("a stored rule is tested on the newest events of its logsource, as many as are asked for", async () => {
  const last = (hours: number, limit: number) => ask(testQuery, { rule: uuid(1), last: { hours, limit } });
  expect(await last(1, 100)).toMatchObject({
    looked: 4,
    matched: 3,
    isComplete: true,
    results: [{ index: null, event: { host: "ws1" } }, {}, { explanation: { rule: { id: uuid(1) }, isLive: true } }],
  });
  expect(await last(1, 2)).toMatchObject({ looked: 2, matched: 1, isComplete: false });
  const elsewhere = ruleYaml({ id: uuid(51) }).replace("product: windows", "product: linux");
  expect(await ask(testQuery, { yaml: elsewhere, last: { hours: 1 } })).toMatchObject({ looked: 0, isComplete: true });
});

test("a rule is tested on events by their ids, and unknown ids are said", async () => {
  const { nodes } = await ask<{ nodes: { event: { id: string } }[] }>(
    "{ answer: detections { nodes { event { id } } } }",
  );
  const [event] = nodes.map(({ event: { id } }) => id);
  const events = ["nothing", event, "019ab0a2-51d4-7b5c-8f0e-3d1c6a94e7b2"];
  expect(await ask(testQuery, { yaml: newRule, events })).toMatchObject({
    looked: 1,
    results: [{ index: 1 }],
    rejected: [
      { index: 0, code: "NOT_FOUND" },
      { index: 2, code: "NOT_FOUND" },
    ],
  });
});

test.each([
  { variables: { records: [] }, because: "no rule is given", message: "give `rule` or `yaml`, one of them" },
  {
    variables: { yaml: newRule },
    because: "no events are given",
    message: "give `records`, `events` or `last`, one of them",
  },
  {
    variables: { rule: uuid(99), records: [] },
    because: "there is no such rule",
    message: `there is no rule ${uuid(99)}`,
  },
  { variables: { yaml: newRule, last: { hours: 0 } }, because: "no time", message: "hours: 0 is outside of 1 to 8784" },
])("a test is refused: $because", async ({ variables, message }) => {
  expect(await refused(testQuery, variables)).toBe(message);
});

const filterYaml = (host: string, rules = `[${uuid(1)}]`) => `title: Mail gateway
id: ${uuid(70)}
logsource:
  product: windows
filter:
  rules: ${rules}
  selection:
    Computer: ${host}
  condition: not selection
`;

test("a filter is previewed: what it would have hidden, by rule and by disposition", async () => {
  const found = await graphql<{ detections: { nodes: { id: string; host: string }[] } }>(
    app(),
    "viewer",
    `
      {
        detections(filter: { host: { eq: "gateway" } }) {
          nodes {
            id
            host
          }
        }
      }
    `,
  );
  const [first] = found.data.detections.nodes;
  await ask(
    `mutation ($ids: [ID!]!) { answer: updateDetections(ids: $ids, disposition: TRUE_POSITIVE) { changed { id } } }`,
    { ids: [first?.id] },
  );
  const preview = (yaml: string, limit?: number) =>
    ask(
      `query ($yaml: String!, $limit: Int) {
        answer: previewFilter(yaml: $yaml, limit: $limit) {
          rules looked hidden withoutEvent isComplete
          byRule { rule { id } looked hidden } byDisposition { disposition hidden } examples { id host }
        }
      }`,
      { yaml, ...(limit !== undefined && { limit }) },
      "analyst",
    );
  expect(await preview(filterYaml("gateway"))).toEqual({
    rules: 1,
    looked: 3,
    hidden: 2,
    withoutEvent: 0,
    isComplete: true,
    byRule: [{ rule: { id: uuid(1) }, looked: 3, hidden: 2 }],
    byDisposition: [
      { disposition: "UNDETERMINED", hidden: 1 },
      { disposition: "TRUE_POSITIVE", hidden: 1 },
      ...["BENIGN_TRUE_POSITIVE", "FALSE_POSITIVE", "TEST", "DUPLICATE"].map((disposition) => ({
        disposition,
        hidden: 0,
      })),
    ],
    examples: found.data.detections.nodes,
  });
  expect(await preview(filterYaml("gateway", "any"))).toMatchObject({ rules: 2, looked: 4, hidden: 2 });
  expect(await preview(filterYaml("gateway"), 1)).toMatchObject({ looked: 1, hidden: 0, isComplete: false });
  expect(await preview(filterYaml("nowhere"))).toMatchObject({ looked: 3, hidden: 0, byRule: [], examples: [] });
});

test("a preview is of the time asked for", async () => {
  const preview = (time: object) =>
    ask<{ looked: number }>(
      `query ($yaml: String!, $time: TimeComparator) { answer: previewFilter(yaml: $yaml, time: $time) { looked } }`,
      { yaml: filterYaml("gateway"), time },
    );
  expect(await preview({ gte: "2026-11-23T11:59:00Z" })).toEqual({ looked: 3 });
  expect(await preview({ lt: "2026-11-23T11:59:00Z" })).toEqual({ looked: 0 });
});

test("an exception is drafted from a detection, hides it, expires, and is listed with the rules that it is for", async () => {
  const { data } = await graphql<{ detections: { nodes: { id: string }[] } }>(
    app(),
    "viewer",
    `
      {
        detections(filter: { host: { eq: "ws1" } }) {
          nodes {
            id
          }
        }
      }
    `,
  );
  const draft = await ask<{ yaml: string; userErrors: object[] }>(
    `query ($id: ID!) { answer: draftFilter(detection: $id, fields: ["Computer", "EventID"]) { yaml userErrors { code } } }`,
    { id: data.detections.nodes[0]?.id },
    "analyst",
  );
  expect(draft.userErrors).toEqual([]);
  expect(
    await ask(
      "query ($yaml: String!) { answer: previewFilter(yaml: $yaml) { hidden problems { code severity } } }",
      draft,
    ),
  ).toMatchObject({ hidden: 1 });
  const created = await ask<{ rule: { id: string } }>(
    `mutation ($yaml: String!) {
      answer: createRule(yaml: $yaml, expiresAt: "2026-11-30T00:00:00Z") {
        rule { id kind expiresAt isExpired filteredRules { count rules { id } } }
      }
    }`,
    draft,
  );
  expect(created.rule).toMatchObject({
    kind: "FILTER",
    expiresAt: "2026-11-30T00:00:00.000Z",
    isExpired: false,
    filteredRules: { count: 1, rules: [{ id: uuid(1) }] },
  });
  const expiry = await ask(
    `mutation ($ids: [ID!]!) {
      answer: setFilterExpiry(ids: $ids, expiresAt: "2026-11-23T00:00:00Z") {
        changed { isExpired } userErrors { id code }
      }
    }`,
    { ids: [created.rule.id, uuid(2), uuid(98)] },
  );
  expect(expiry).toEqual({
    changed: [{ isExpired: true }],
    userErrors: [
      { id: uuid(98), code: "NOT_FOUND" },
      { id: uuid(2), code: "NOT_A_FILTER" },
    ],
  });
  expect(await ask(`{ answer: rule(id: "${uuid(1)}") { filters { id isExpired } } }`)).toEqual({
    filters: [{ id: created.rule.id, isExpired: true }],
  });
});

test("a field that the event does not have makes no exception", async () => {
  const { data } = await graphql<{ detections: { nodes: { id: string }[] } }>(
    app(),
    "viewer",
    "{ detections { nodes { id } } }",
  );
  expect(
    await ask(
      `query ($id: ID!) { answer: draftFilter(detection: $id, fields: ["Image"]) { yaml userErrors { code } } }`,
      {
        id: data.detections.nodes[0]?.id,
      },
    ),
  ).toEqual({ yaml: null, userErrors: [{ code: "NO_VALUE" }] });
});

test("severity is overridden, and open detections get it where that is asked for", async () => {
  const override = (regradeOpen: boolean) =>
    ask(
      `mutation ($ids: [ID!]!, $regradeOpen: Boolean) {
        answer: overrideRuleSeverity(ids: $ids, severity: CRITICAL, regradeOpen: $regradeOpen) {
          changed { severity } unchanged { severity } detectionsRegraded isComplete userErrors { id code }
        }
      }`,
      { ids: [uuid(1), uuid(98)], regradeOpen },
    );
  const severities = async () =>
    (
      await graphql<{ detections: { nodes: { severity: string; activity: object[] }[] } }>(
        app(),
        "viewer",
        `{ detections(filter: { rule: { eq: "${uuid(1)}" }, host: { eq: "ws1" } }) { nodes { severity activity { kind actor old new } } } }`,
      )
    ).data.detections.nodes;
  expect(await override(false)).toMatchObject({
    changed: [{ severity: "CRITICAL" }],
    detectionsRegraded: 0,
    userErrors: [{ id: uuid(98), code: "NOT_FOUND" }],
  });
  expect(await severities()).toMatchObject([{ severity: "LOW", activity: [] }]);
  expect(await override(true)).toMatchObject({ changed: [], unchanged: [{}], detectionsRegraded: 3, isComplete: true });
  expect(await severities()).toEqual([
    { severity: "CRITICAL", activity: [{ kind: "SEVERITY", actor: "admin", old: "LOW", new: "CRITICAL" }] },
  ]);
});

test("revisions are compared and restored; a deleted rule keeps its detections and comes back", async () => {
  const id = uuid(60);
  await addRule(app().rooms, { id, title: "Sixty", needle: "sixty" });
  await ingest(app().rooms, { script: "sixty" });
  const update = `mutation ($id: ID!, $yaml: String!) { answer: updateRule(id: $id, yaml: $yaml, expectedVersion: 1) { rule { version } } }`;
  await ask(update, { id, yaml: ruleYaml({ id, title: "Sixty", needle: "sixty", level: "high" }) });
  const differences = `{ answer: rule(id: "${id}") { diff(from: 1) none: diff(from: 2, to: 2) absent: diff(from: 9) } }`;
  const { diff, ...others } = await ask<{ diff: string }>(differences);
  expect(diff.split("\n").filter((line) => /^[-+]/.test(line))).toEqual([
    "--- revision 1",
    "+++ revision 2",
    "-level: medium",
    "+level: high",
  ]);
  expect(others).toEqual({ none: "", absent: null });
  const remove = `mutation ($ids: [ID!]!) { answer: deleteRules(ids: $ids) { changed { id deletedAt } userErrors { code } } }`;
  expect(await ask(remove, { ids: [id] })).toMatchObject({ changed: [{ id }], userErrors: [] });
  const list = `{ answer: detections(filter: { rule: { eq: "${id}" } }) { nodes { rule { title deletedAt } } } }`;
  expect(await ask(list)).toMatchObject({
    nodes: [{ rule: { title: "Sixty", deletedAt: expect.any(String) as string } }],
  });
  const restore = `mutation ($id: ID!) { answer: restoreRule(id: $id, revision: 1, expectedVersion: 3) { rule { revision level deletedAt } userErrors { code } } }`;
  expect(await ask(restore, { id })).toEqual({
    rule: { revision: 3, level: "MEDIUM", deletedAt: null },
    userErrors: [],
  });
});

test("files are imported with a report of each, and exported again", async () => {
  const files = [
    { path: "rules/first_of_import.yml", content: ruleYaml({ id: uuid(80), title: "First", needle: "first" }) },
    { path: "rules/broken_of_import.yml", content: ruleYaml({ id: uuid(81) }).replace("|contains", "|contain") },
    { path: "rules/again_of_import.yml", content: ruleYaml({ id: uuid(80), title: "Again" }) },
  ];
  const load = () =>
    ask(
      `mutation ($files: [RuleFileInput!]!) {
        answer: importRules(files: $files) {
          new changed unchanged failedFiles
          files(failedOnly: true) { path failed problems { code severity line } duplicates { id first } }
        }
      }`,
      { files },
    );
  expect(await load()).toMatchObject({
    new: 1,
    changed: 0,
    unchanged: 0,
    failedFiles: 2,
    files: [
      { path: "rules/broken_of_import.yml", problems: [{ code: "unknown-modifier", severity: "ERROR", line: 13 }] },
      { path: "rules/again_of_import.yml", duplicates: [{ id: uuid(80), first: "rules/first_of_import.yml" }] },
    ],
  });
  expect(await load()).toMatchObject({ new: 0, unchanged: 1 });
  const exported = `{ answer: exportRules(filter: { title: "first" }) { count yaml files { path content } } }`;
  const [first] = files;
  expect(await ask(exported, {}, "viewer")).toEqual({ count: 1, yaml: first?.content, files: [first] });
});
