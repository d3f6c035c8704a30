import { type TestApp, http } from "../../setup/app.ts";
import { askTenant, type Tenant } from "./things.ts";

const range = '{ from: "2026-11-22T00:00:00Z", to: "2026-11-24T00:00:00Z" }';
const detection =
  "id sequence severity status assignee host user sourceAddress version rule { id title } event { id host } activity { actor kind new } byHost: related(by: HOST) { id } byRule: related(by: RULE) { id }";
const page = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
const list = (args: string) =>
  `{ detections(first: 20, includeTests: true, ${args}) { totalCount { value isExact } ${page} nodes { ${detection} } } }`;
const rule =
  "id title state version deletedAt lastFired costShare figures { detections { value } judged open falsePositiveRatio } coverage { events verdict summary kinds { verdict missingFields } } problems { code message } revisions { revision actor yaml } filters { id }";
const technique = `id detectionCount(range: ${range}) trend(range: ${range}) { slots { total } } detections { id } rules { id title }`;

/** Everything that is a list, a count or a figure. */
export const overviewQueries: readonly string[] = [
  list("order: NEWEST"),
  list("order: OLDEST"),
  list("order: SEVERITY"),
  list("order: UPDATED"),
  list("order: INGESTED"),
  list('filter: { host: { eq: "shared" } }'),
  list('filter: { attack: { any: ["T1048"] }, title: { contains: "mail" } }'),
  list("filter: { not: { status: { eq: NEW } } }"),
  list('filter: { logsource: { product: "windows" }, severity: { gte: LOW } }'),
  `{ events { ${page} endedEarly nodes { id host record detections { id } } } }`,
  `{ events(filter: { hasDetections: true, host: { eq: "shared" } }) { ${page} endedEarly nodes { id } } }`,
  `{ detectionStats(range: ${range}, includeTests: true) { total totalChange previous { total }
       byRule { count rule { id } } bySeverity { severity count } byStatus { status count } byDisposition { disposition count }
       byTactic { count tactic { id } } byTechnique { count technique { id } } byLogsource { count logsource { product } }
       topHosts { value count } topUsers { value count } topSourceAddresses { value count }
       timeToAcknowledge { count meanSeconds } timeToClose { count meanSeconds }
       histogram(interval: PT1H, by: RULE) { slots { total } series { total rule { id } } } } }`,
  `{ detectionStats(range: ${range}) { total byRule { count rule { id } } topHosts { value count }
       histogram(interval: P1D, by: STATUS) { slots { total } series { total status } } } }`,
  "{ navigatorLayer(source: RULES) { name json scores { score technique { id } } } }",
  `{ navigatorLayer(source: DETECTIONS, range: ${range}, compareTo: ${range}) { json } }`,
  `{ navigatorLayer(source: DETECTIONS, range: ${range}) { json scores { score technique { id } } } }`,
  ...["TITLE", "LAST_FIRED", "LONGEST_SILENT", "MOST_DETECTIONS"].map(
    (order) => `{ rules(first: 20, orderBy: ${order}) { totalCount ${page} nodes { ${rule} } } }`,
  ),
  "{ rules(filter: { firedInDays: 7 }) { totalCount nodes { id } } silent: rules(filter: { silentForDays: 7 }) { totalCount } }",
  "{ eventKinds { count otherEvents kinds { rules unusedFields kind { name events sampled } fields { field share rules } } } }",
  "{ keys { name role createdAt revokedAt networks } }",
  `{ auditLog { ${page} nodes { id actor action subject changes { field old new } } } }`,
  "{ valueLists { name values } pipelines { name yaml } }",
  "{ exportRules { count yaml files { path content } } }",
  `{ technique(id: "T1048") { ${technique} } tactic(id: "exfiltration") { ${technique} } }`,
  `{ previewFilter(yaml: ${JSON.stringify(exception())}) { rules looked hidden isComplete byRule { hidden looked } byDisposition { disposition hidden } examples { id } } }`,
  `{ testRule(yaml: ${JSON.stringify(everything())}, last: { hours: 24 }) { looked matched isComplete results { event { id } } problems { code message } } }`,
  "{ viewer { name role } }",
];

const overviewPaths: readonly string[] = [
  "/v1/detections?includeTests=true",
  "/v1/detections?order=ingested&host=shared",
  "/v1/rules/export",
  "/attack/layer.json?source=rules",
  `/attack/layer.json?source=detections&from=${Date.parse("2026-11-22")}&to=${Date.parse("2026-11-24")}`,
];

/** A filter for all rules. */
function exception(): string {
  return `title: Exception
id: dddddddd-0000-4000-8000-000000000001
logsource:
  product: windows
filter:
  rules: any
  selection:
    ScriptBlockText|contains: MailMessage
  condition: not selection
`;
}

/** A rule for all that arrives here. */
function everything(): string {
  return `title: Everything
id: dddddddd-0000-4000-8000-000000000002
logsource:
  product: windows
  category: ps_script
detection:
  selection:
    ScriptBlockText|contains: MailMessage
  condition: selection
`;
}

/** Answers, by what was asked. */
export type Overview = Readonly<
  Record<string, { readonly status: number; readonly errors?: unknown; readonly text?: string }>
>;

/** What a tenant's admin sees of all there is, by what was asked. */
export async function overview(app: TestApp, tenant: Tenant): Promise<Overview> {
  const seen: Record<string, Overview[string]> = {};
  for (const query of overviewQueries) {
    seen[query] = await askTenant(app, tenant, query);
  }
  for (const path of overviewPaths) {
    const { status, text } = await http(app)
      .get(path)
      .set({ authorization: `Bearer ${tenant.keys.admin}` })
      .buffer(true);
    seen[path] = { status, text };
  }
  return seen;
}
