import type { Permission } from "../../../src/access/index.ts";
import { ruleYaml } from "../../setup/samples.ts";
import { ruleId, type Things } from "./things.ts";

/** A field that an operation begins with, who may ask for it, and an operation that is answered if one may. */
export interface RootField {
  /** Such as `Query.rule`. */
  readonly field: string;
  readonly needs: Permission | "everybody";
  /** The operation's one field: what it is called with, and what is asked of it. */
  readonly ask: (of: Things) => string;
}

const text = JSON.stringify;
const range = '{ from: "2026-11-22T00:00:00Z" }';
const query = (name: string, needs: RootField["needs"], ask: RootField["ask"]): RootField => ({
  field: `Query.${name}`,
  needs,
  ask,
});
const mutation = (name: string, needs: RootField["needs"], ask: RootField["ask"]): RootField => ({
  field: `Mutation.${name}`,
  needs,
  ask,
});
const configured = "{ changed { id } userErrors { code } }";
const edited = "{ rule { id } problems { code } userErrors { code } }";
const keyPayload = "{ key { name } userErrors { code } }";

/** Mutations change something where they are allowed, so that one that was refused can be seen to have changed nothing. */
export const rootFields: readonly RootField[] = [
  query("attackVersion", "read", () => ""),
  query("auditLog", "administer", () => "{ nodes { id } }"),
  query("detection", "read", (of) => `(id: "${of.detection}") { id }`),
  query("detectionStats", "read", () => `(range: ${range}) { total }`),
  query("detections", "read", () => "{ totalCount { value } nodes { id } }"),
  query("draftFilter", "triage", (of) => `(detection: "${of.detection}", fields: ["ScriptBlockText"]) { yaml }`),
  query("event", "read", (of) => `(id: "${of.event}") { id }`),
  query("eventKinds", "read", () => "{ count }"),
  query("events", "read", () => "{ nodes { id } }"),
  query("explain", "read", (of) => `(rule: "${of.rule}", event: "${of.event}") { verdict }`),
  query("explainRecord", "read", (of) => `(rule: "${of.rule}", record: { a: 1 }) { verdict }`),
  query("exportRules", "read", () => "{ count yaml }"),
  query("keys", "administer", () => "{ name }"),
  query("navigatorLayer", "read", () => "(source: RULES) { json url }"),
  query("pipelines", "read", () => "{ name yaml }"),
  query("previewFilter", "triage", (of) => `(yaml: ${text(of.filterText)}) { looked }`),
  query("rule", "read", (of) => `(id: "${of.rule}") { yaml }`),
  query("rules", "read", () => "{ totalCount }"),
  query("tactic", "read", () => '(id: "exfiltration") { id }'),
  query("tactics", "read", () => "{ id }"),
  query("technique", "read", () => '(id: "T1048") { detections { id } }'),
  query("testRule", "triage", (of) => `(rule: "${of.rule}", events: ["${of.event}"]) { looked }`),
  query("validateRule", "read", (of) => `(yaml: ${text(of.ruleText)}) { existing { id } }`),
  query("valueLists", "read", () => "{ name values }"),
  query("viewer", "everybody", () => "{ name role }"),
  mutation("createKey", "administer", () => `(input: { name: "made", role: ADMIN }) ${keyPayload}`),
  mutation("createRule", "administer", () => `(yaml: ${text(ruleYaml({ id: ruleId("f", 1) }))}) ${edited}`),
  mutation("deletePipeline", "administer", (of) => `(name: "${of.word}-pipeline")`),
  mutation("deleteRules", "administer", (of) => `(ids: ["${of.spareRule}"]) ${configured}`),
  mutation("deleteValueList", "administer", (of) => `(name: "${of.word}-list")`),
  mutation(
    "importRules",
    "administer",
    () => `(files: [{ path: "a.yml", content: ${text(ruleYaml({ id: ruleId("f", 2) }))} }]) { new }`,
  ),
  mutation("ingestEvents", "ingest", () => "(events: [{ record: { a: 1 } }]) { accepted }"),
  mutation("overrideRuleSeverity", "administer", (of) => `(ids: ["${of.rule}"], severity: LOW) ${configured}`),
  mutation("overrideRuleStatus", "administer", (of) => `(ids: ["${of.rule}"], status: STABLE) ${configured}`),
  mutation("restoreRule", "administer", (of) => `(id: "${of.goneRule}", revision: 1, expectedVersion: 2) ${edited}`),
  mutation("revokeKey", "administer", (of) => `(name: "${of.word}-spare") ${keyPayload}`),
  // The secret before is good as well, so that the key goes on being used.
  mutation("rotateKey", "everybody", () => `(overlapMinutes: 60) ${keyPayload}`),
  mutation("rotateKey", "administer", (of) => `(name: "${of.word}-other") ${keyPayload}`),
  mutation("setFilterExpiry", "administer", (of) => `(ids: ["${of.filter}"]) ${configured}`),
  mutation("setPipeline", "administer", () => '(name: "set", yaml: "name: x") { pipeline { name } }'),
  mutation("setRuleState", "administer", (of) => `(ids: ["${of.rule}"], state: TESTING) ${configured}`),
  mutation("setValueList", "administer", () => '(name: "set", values: ["x"]) { name }'),
  mutation("updateDetections", "triage", (of) => `(ids: ["${of.detection}"], comment: "x") { changedCount }`),
  mutation(
    "updateRule",
    "administer",
    (of) =>
      `(id: "${of.rule}", yaml: ${text(ruleYaml({ id: of.rule, title: "Another" }))}, expectedVersion: 1) ${edited}`,
  ),
  { field: "Subscription.detectionCreated", needs: "read", ask: () => "{ cursor }" },
];
