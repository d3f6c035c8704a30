import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createRuleSet, match } from "../../src/engine/index.ts";
import { normalise } from "../../src/event/index.ts";
import { decodeBody } from "../../src/ingest/index.ts";
import { parseSigma, type Rule } from "../../src/sigma/index.ts";

// Rules of every logsource of clouds and their services, against the records of test/data/events: from the bytes to the match.
const data = new URL("../data/", import.meta.url);
const events = new URL("events/", data);

const rules = readdirSync(new URL("rules/cloud/", data)).map((file): readonly [string, Rule] => {
  const text = readFileSync(new URL(`rules/cloud/${file}`, data), "utf8");
  const { rules: parsed, problems } = parseSigma({ name: file, text });
  const [rule] = parsed;
  if (rule === undefined || problems.some(({ severity }) => severity === "error"))
    throw new Error(`${file} is no rule`);
  return [file.replace(/\.yml$/, ""), rule];
});
const ruleSet = createRuleSet(rules);

/** Which rules each event of a body matches. */
async function matchesOf(body: string): Promise<readonly (readonly string[])[]> {
  const decoded = await decodeBody(Buffer.from(body));
  if (decoded.kind === "refused" || decoded.rejections.length > 0) throw new Error(JSON.stringify(decoded));
  return decoded.records.map(({ record }) => match(ruleSet, normalise(record)).map(({ key }) => key));
}

const textOf = (name: string) => readFileSync(new URL(`${name}.json`, events), "utf8");

/** Every rule with the records that it is for: all others must not match it. */
const expected: Readonly<Record<string, readonly string[]>> = {
  "aws-cloudtrail": ["cloudTrail/database-changed"],
  "aws-cloudtrail-instance": ["elasticCloud/cloudtrail"],
  "aws-cloudtrail-login": ["cloudTrail/console-login-without-mfa", "elasticCloud/cloudtrail-original"],
  "aws-cloudtrail-policy": ["cloudTrail/bucket-policy-denied"],
  "azure-activitylogs": ["azureActivity/diagnostic"],
  "azure-activitylogs-words": ["azureActivity/management-api"],
  "azure-auditlogs": ["entraAudit/diagnostic"],
  "azure-auditlogs-role": ["elasticCloud/azure-audit", "entraAudit/log-analytics"],
  "azure-pim": ["entraRisk/pim-alert"],
  "azure-riskdetection": ["entraRisk/diagnostic", "entraRisk/graph"],
  "azure-signinlogs": ["entraSignIn/diagnostic"],
  "azure-signinlogs-denied": ["entraSignIn/graph"],
  "bitbucket-audit": ["bitbucketAudit/api"],
  "gcp-audit": ["elasticCloud/gcp", "gcpAudit/firewall-deleted"],
  "gcp-audit-pod": ["gcpAudit/in-data"],
  "gcp-workspace-admin": ["elasticCloud/workspace", "googleWorkspace/setting-changed"],
  "gcp-workspace-login": ["gcpAudit/workspace-login", "googleWorkspace/login"],
  "github-audit": ["elasticCloud/github", "githubAudit/secret-scanning-disabled"],
  "kubernetes-audit": ["kubernetesAudit/privileged-pod"],
  "m365-audit": ["elasticCloud/o365", "m365Audit/inbox-rule"],
  "m365-exchange": ["elasticCloud/o365", "m365Audit/inbox-rule"],
  "m365-threat_detection": ["m365Audit/alert"],
  "m365-threat_management": ["m365Audit/alert"],
  "m365-threat_management-export": ["m365Audit/compliance-search"],
  "ocsf-dns": ["ocsf/dns"],
  "ocsf-macos": ["ocsf/process-macos"],
  "ocsf-proxy": ["ocsf/http"],
  okta: ["okta/eventbridge", "okta/sign-on"],
  onelogin: ["oneLogin/api"],
};

test("each rule matches the records that it is for, and no other", async () => {
  const found: Record<string, string[]> = {};
  for (const shape of readdirSync(events).filter((folder) => folder !== "golden")) {
    for (const file of readdirSync(new URL(shape, events))) {
      const name = `${shape}/${file.replace(/\.json$/, "")}`;
      for (const rule of (await matchesOf(textOf(name))).flat()) (found[rule] ??= []).push(name);
    }
  }
  expect(found).toEqual(expected);
});

test("every rule has a record that it is for", () => {
  expect(rules.map(([name]) => name).sort()).toEqual(Object.keys(expected).sort());
});

const other = '{"eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"x"}';

test.each([
  {
    form: "a file of CloudTrail",
    wrap: (record: string) => `{"Records":[${other},${record}]}`,
    record: "cloudTrail/database-changed",
    rule: "aws-cloudtrail",
  },
  {
    form: "a subscription of CloudWatch Logs",
    wrap: (record: string) =>
      JSON.stringify({
        logGroup: "g",
        logEvents: [
          { id: "1", message: "plain" },
          { id: "2", message: record },
        ],
      }),
    record: "kubernetesAudit/privileged-pod",
    rule: "kubernetes-audit",
  },
  {
    form: "records of Azure",
    wrap: (record: string) => `{"records":[{"category":"Other"},${record}]}`,
    record: "entraAudit/diagnostic",
    rule: "azure-auditlogs",
  },
  {
    form: "a page of the Graph API",
    wrap: (record: string) => `{"@odata.context":"c","value":[{"id":"x"},${record}]}`,
    record: "entraSignIn/graph",
    rule: "azure-signinlogs-denied",
  },
  {
    form: "a list of Kubernetes",
    wrap: (record: string) => `{"kind":"EventList","apiVersion":"audit.k8s.io/v1","items":[{"auditID":"1"},${record}]}`,
    record: "kubernetesAudit/privileged-pod",
    rule: "kubernetes-audit",
  },
  {
    form: "a page of Google Workspace",
    wrap: (record: string) => `{"kind":"admin#reports#activities","items":[{"etag":"1"},${record}]}`,
    record: "googleWorkspace/setting-changed",
    rule: "gcp-workspace-admin",
  },
  {
    form: "an event hook of Okta",
    wrap: (record: string) => `{"eventType":"com.okta.event_hook","data":{"events":[{"uuid":"1"},${record}]}}`,
    record: "okta/sign-on",
    rule: "okta",
  },
])("in $form the second event alone matches", async ({ wrap, record, rule }) => {
  expect(await matchesOf(wrap(textOf(record)))).toEqual([[], [rule]]);
});
