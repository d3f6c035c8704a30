import { ruleYaml, scriptBlock } from "../../setup/samples.ts";
import type { CursorOf, Things } from "./things.ts";

/** A question or an order that names a thing of somebody's. */
export interface Probe {
  readonly asks: string;
  readonly request: (of: Things) => ProbeRequest;
}

export type ProbeRequest =
  | { readonly kind: "graphql"; readonly query: string; readonly variables?: object }
  | {
      readonly kind: "rest";
      readonly method: "get" | "patch" | "post";
      readonly path: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: object;
    };

const text = JSON.stringify;
const probe = (asks: string, query: (of: Things) => string, variables?: (of: Things) => object): Probe => ({
  asks,
  request: (of) => ({ kind: "graphql", query: query(of), ...(variables && { variables: variables(of) }) }),
});
const rest = (asks: string, request: (of: Things) => Omit<Extract<ProbeRequest, { kind: "rest" }>, "kind">): Probe => ({
  asks,
  request: (of) => ({ kind: "rest", ...request(of) }),
});

const detection =
  "id version status assignee rule { id title } ruleRevision { yaml } event { record } activity { actor new } related(by: HOST) { id }";
const configured = "{ changed { id } unchanged { id } userErrors { code message id } }";
const edited = "{ rule { id title version } problems { code message line column } userErrors { code message } }";
const updated =
  "{ matched { value isExact } changed { id } changedCount unchanged { id } unchangedCount refusedCount userErrors { code message id } }";
const keyPayload = "{ key { name role revokedAt } userErrors { code message id } }";
const range = '{ from: "2026-11-22T00:00:00Z", to: "2026-11-24T00:00:00Z" }';
const explanation = "{ verdict isLive rule { id } event { id } nodes { depth holds } }";
const record = text(JSON.stringify(scriptBlock()));
const everyRule = text(ruleYaml({ id: "dddddddd-0000-4000-8000-000000000002", title: "Everything" }));
const listOf = (args: string) => `{ detections(${args}) { totalCount { value isExact } nodes { id } } }`;

/** Change nothing, whoever asks. */
export const questions: readonly Probe[] = [
  probe("a detection", (of) => `{ detection(id: "${of.detection}") { ${detection} } }`),
  probe("a detection in capitals", (of) => `{ detection(id: "${of.detection.toUpperCase()}") { ${detection} } }`),
  probe("an event", (of) => `{ event(id: "${of.event}") { id record host detections { id } fields { name } } }`),
  probe(
    "a rule",
    (of) => `{ rule(id: "${of.rule}") { id title yaml lastFired figures { open } revisions { actor } } }`,
  ),
  probe("a deleted rule", (of) => `{ rule(id: "${of.goneRule}") { id title deletedAt } }`),
  probe("a filter", (of) => `{ rule(id: "${of.filter}") { id filteredRules { count } } }`),
  probe("a rule's detections", (of) => listOf(`filter: { rule: { eq: "${of.rule}" } }`)),
  probe("a host's detections", (of) => listOf(`filter: { host: { eq: "${of.word}" } }`)),
  probe("an assignee's detections", (of) => listOf(`filter: { assignee: { eq: "${of.word}-carol" } }`)),
  probe("a title's detections", (of) => listOf(`filter: { title: { startsWith: "${of.word}" } }`)),
  probe("a host's events", (of) => `{ events(filter: { host: { eq: "${of.word}" } }) { endedEarly nodes { id } } }`),
  probe("rules by their title", (of) => `{ rules(filter: { title: "${of.word}" }) { totalCount nodes { id } } }`),
  probe("an export of rules", (of) => `{ exportRules(filter: { title: "${of.word}" }) { count yaml } }`),
  probe(
    "a rule's figures",
    (of) =>
      `{ detectionStats(filter: { rule: { eq: "${of.rule}" } }, range: ${range}) { total byRule { count } topHosts { value } } }`,
  ),
  probe("why a rule matches an event", (of) => `{ explain(rule: "${of.rule}", event: "${of.event}") ${explanation} }`),
  probe(
    "why a rule matches a record",
    (of) => `{ explainRecord(rule: "${of.rule}", record: ${record}) ${explanation} }`,
  ),
  probe(
    "a test of a rule on an event",
    (of) => `{ testRule(rule: "${of.rule}", events: ["${of.event}"]) { looked matched } }`,
  ),
  probe(
    "a test of a text on an event",
    (of) =>
      `{ testRule(yaml: ${everyRule}, events: ["${of.event}"]) { looked matched rejected { index code message } results { event { id } } } }`,
  ),
  probe("a test of a rule on what arrived", (of) => `{ testRule(rule: "${of.rule}", last: { hours: 24 }) { looked } }`),
  probe(
    "a preview of a filter",
    (of) => `{ previewFilter(yaml: ${text(of.filterText)}) { rules looked hidden problems { code message line } } }`,
  ),
  probe(
    "a draft of a filter",
    (of) =>
      `{ draftFilter(detection: "${of.detection}", fields: ["ScriptBlockText"]) { yaml userErrors { code message id } } }`,
  ),
  probe(
    "whether a text is a rule's",
    (of) =>
      `{ validateRule(yaml: ${text(of.ruleText)}) { isValid existing { id } problems { code message } userErrors { code } } }`,
  ),
  probe(
    "a dry run by ids",
    (of) => `mutation { updateDetections(ids: ["${of.detection}"], dryRun: true, comment: "x") ${updated} }`,
  ),
  probe(
    "a dry run by a filter",
    (of) =>
      `mutation { updateDetections(filter: { rule: { eq: "${of.rule}" } }, dryRun: true, comment: "x") ${updated} }`,
  ),
  probe("who did what", (of) => `{ auditLog(filter: { subject: "${of.rule}" }) { nodes { id } } }`),
  rest("a detection over REST", (of) => ({ method: "get", path: `/v1/detections/${of.detection}` })),
  rest("a rule's detections over REST", (of) => ({ method: "get", path: `/v1/detections?rule=${of.rule}` })),
  rest("a host's detections over REST", (of) => ({ method: "get", path: `/v1/detections?host=${of.word}` })),
];

const after = (list: CursorOf, order: string) => [
  probe(`detections after a cursor: ${order}`, (of) => listOf(`order: ${order}, after: "${of.cursors[list]}"`)),
  probe(`detections before a cursor: ${order}`, (of) => listOf(`order: ${order}, before: "${of.cursors[list]}"`)),
];

/** Begin a list where another list is. */
export const places: readonly Probe[] = [
  ...after("newest", "NEWEST"),
  ...after("oldest", "OLDEST"),
  ...after("severity", "SEVERITY"),
  ...after("updated", "UPDATED"),
  ...after("ingested", "INGESTED"),
  probe("events after a cursor", (of) => `{ events(after: "${of.cursors.events}") { nodes { id } } }`),
  probe("events before a cursor", (of) => `{ events(before: "${of.cursors.events}", last: 9) { nodes { id } } }`),
  probe("rules after a cursor", (of) => `{ rules(after: "${of.cursors.rules}") { totalCount nodes { id } } }`),
  probe("entries after a cursor", (of) => `{ auditLog(after: "${of.cursors.auditLog}") { nodes { id } } }`),
  rest("detections after a cursor over REST", (of) => ({
    method: "get",
    path: `/v1/detections?cursor=${of.cursors.newest}`,
  })),
  rest("detections in ingest order over REST", (of) => ({
    method: "get",
    path: `/v1/detections?order=ingested&cursor=${of.cursors.ingested}`,
  })),
];

const ids = (id: string) => `ids: ["${id}"]`;

/** Change what is named. In this order each finds its thing, if it is there. */
export const orders: readonly Probe[] = [
  probe(
    "a change of a detection",
    (of) => `mutation { updateDetections(${ids(of.detection)}, comment: "from elsewhere") ${updated} }`,
  ),
  probe(
    "a change of a detection at a version",
    (of) => `mutation { updateDetections(${ids(of.detection)}, assignee: "x", expectedVersion: 1) ${updated} }`,
  ),
  probe(
    "a change of a rule's detections",
    (of) =>
      `mutation { updateDetections(filter: { rule: { eq: "${of.rule}" } }, assignee: "x", expectedCount: 12) ${updated} }`,
  ),
  probe(
    "a change of as many as there are not",
    (of) =>
      `mutation { updateDetections(filter: { rule: { eq: "${of.rule}" } }, assignee: "y", expectedCount: 1) ${updated} }`,
  ),
  rest("a change of a detection over REST", (of) => ({
    method: "patch",
    path: `/v1/detections/${of.detection}`,
    body: { comment: "from elsewhere" },
  })),
  rest("a change of a detection at a version over REST", (of) => ({
    method: "patch",
    path: `/v1/detections/${of.detection}`,
    headers: { "if-match": '"1"' },
    body: { assignee: "z" },
  })),
  probe("a rule's state", (of) => `mutation { setRuleState(${ids(of.rule)}, state: TESTING) ${configured} }`),
  probe("a rule's status", (of) => `mutation { overrideRuleStatus(${ids(of.rule)}, status: STABLE) ${configured} }`),
  probe(
    "a rule's severity",
    (of) =>
      `mutation { overrideRuleSeverity(${ids(of.rule)}, severity: LOW, regradeOpen: true) { changed { id } unchanged { id } detectionsRegraded isComplete userErrors { code message id } } }`,
  ),
  probe(
    "when a filter ends",
    (of) => `mutation { setFilterExpiry(${ids(of.filter)}, expiresAt: "2027-01-01T00:00:00Z") ${configured} }`,
  ),
  probe(
    "another text of a rule",
    (of) =>
      `mutation ($yaml: String!) { updateRule(id: "${of.spareRule}", yaml: $yaml, expectedVersion: 1) ${edited} }`,
    (of) => ({ yaml: ruleYaml({ id: of.spareRule, title: "Taken over" }) }),
  ),
  probe(
    "an earlier text of a rule",
    (of) => `mutation { restoreRule(id: "${of.goneRule}", revision: 1, expectedVersion: 1) ${edited} }`,
  ),
  probe(
    "a text of a rule that it never had",
    (of) => `mutation { restoreRule(id: "${of.goneRule}", revision: 99, expectedVersion: 1) ${edited} }`,
  ),
  probe("a rule's end", (of) => `mutation { deleteRules(${ids(of.spareRule)}) ${configured} }`),
  probe("another secret of a key", (of) => `mutation { rotateKey(name: "${of.word}-spare") ${keyPayload} }`),
  probe("a key's end", (of) => `mutation { revokeKey(name: "${of.word}-spare") ${keyPayload} }`),
  probe("a list's end", (of) => `mutation { deleteValueList(name: "${of.word}-list") }`),
  probe("a pipeline's end", (of) => `mutation { deletePipeline(name: "${of.word}-pipeline") }`),
];

/** Make things that have the names, ids and request keys of others. */
export const makings: readonly Probe[] = [
  probe(
    "a key of a name",
    (of) => `mutation { createKey(input: { name: "${of.word}-other", role: VIEWER }) ${keyPayload} }`,
  ),
  probe(
    "a list of a name",
    (of) => `mutation { setValueList(name: "${of.word}-list", values: ["mine"]) { name values } }`,
  ),
  probe(
    "a pipeline of a name",
    (of) =>
      `mutation { setPipeline(name: "${of.word}-pipeline", yaml: "name: x\\ntransformations: []\\n") { pipeline { name } problems { code } } }`,
  ),
  probe(
    "a rule of an id",
    () =>
      "mutation ($yaml: String!) { createRule(yaml: $yaml) { rule { id title revision version state } userErrors { code message } } }",
    (of) => ({ yaml: of.ruleText }),
  ),
  probe(
    "a file of a rule",
    () =>
      "mutation ($files: [RuleFileInput!]!) { importRules(files: $files) { new changed unchanged failedFiles files { rules { id outcome } } } }",
    (of) => ({ files: [{ path: "a.yml", content: ruleYaml({ id: of.goneRule, title: "Other", needle: "nothing" }) }] }),
  ),
  probe(
    "an event of a sender's id",
    () => "mutation ($events: [EventInput!]!) { ingestEvents(events: $events) { accepted duplicates replayed } }",
    (of) => ({ events: [{ id: `${of.word}-event`, record: scriptBlock({ script: "harmless" }) }] }),
  ),
  probe(
    "a request of a key",
    (of) =>
      `mutation ($events: [EventInput!]!) { ingestEvents(idempotencyKey: "${of.word}-request", events: $events) { accepted duplicates replayed } }`,
    () => ({ events: [{ record: scriptBlock({ script: "harmless" }) }] }),
  ),
  rest("a request of a key over REST", (of) => ({
    method: "post",
    path: "/v1/events",
    headers: { "idempotency-key": `${of.word}-request2` },
    body: scriptBlock({ script: "harmless" }),
  })),
];
