import { isJsonObject, type Json, type JsonObject, type Scalar } from "../../std/index.ts";
import { detail, detailTexts, fitsLog } from "../azure.ts";
import { objectsIn, withComputed, type Computed } from "../computed.ts";
import type { Derivation } from "../derivation.ts";
import { firstName } from "../identity.ts";
import { alias, union } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const log = {
  categories: new Set(["AUDITLOGS"]),
  tables: new Set(["AuditLogs"]),
  apiKeys: ["activityDisplayName", "activityDateTime", "targetResources"],
};

const plain = readerOf({});

/** The activity in the spellings of the three forms. */
const activity = ["properties.activityDisplayName", "activityDisplayName", "ActivityDisplayName"] as const;
const operation = ["operationName", "OperationName", ...activity] as const;
const outcome = [
  "properties.result",
  "result",
  "Result",
  "properties.resultReason",
  "resultReason",
  "ResultReason",
] as const;
const description = ["resultDescription", "ResultDescription"] as const;

const computed: Computed = new Map([
  ...detailTexts("targetResources", "TargetResources", "Target", "targetResources", "properties.targetResources"),
  ...detailTexts("initiatedBy", "InitiatedBy", "Initiatedby", "Initiatied.By", "initiatedBy", "properties.initiatedBy"),
  ["TargetResources.modifiedProperties", (record) => textOf(changesIn(record))],
  ["additionalDetails.additionalInfo", additionalInfo],
  ["ConsentContext.IsAdminConsent", (record) => newValue(record, "ConsentContext.IsAdminConsent")],
  ["changes", changes],
]);

/** What was changed, member by member of the targets' `modifiedProperties`. */
const changed: readonly Derivation[] = ["displayName", "oldValue", "newValue"].flatMap((member) => {
  const sources = ["properties.targetResources", "targetResources", "TargetResources"].map(
    (parent) => `${parent}.modifiedProperties.${member}`,
  );
  const large = member.charAt(0).toUpperCase() + member.slice(1);
  return [
    alias(`TargetResources.modifiedProperties.${member}`, ...sources),
    alias(`TargetResources.ModifiedProperties.${large}`, ...sources),
  ];
});

/**
 * The audit log of Entra ID, that of Privileged Identity Management included: by diagnostic settings, from Log Analytics
 * (`AuditLogs`), or from the Graph API (`directoryAudit`).
 *
 * Rules name its fields as each of these forms does, and as its pages in the portal do.
 *
 * @see Microsoft, "Audit logs schema" and "directoryAudit resource type"
 */
export const entraAudit: Shape = {
  name: "entraAudit",
  keys: ["category", "Type", "activityDisplayName"],
  fits: (record) => fitsLog(record, log),
  read: (record) => withComputed(plain(record), record, computed),
  origin: () => ({ log: "azure.audit" }),
  derivations: [
    ...["operationName", "OperationName"].map((name) => alias(name, ...operation)),
    ...["ActivityDisplayName", "activityDisplayName", "ActivityType", "activityType"].map((name) =>
      alias(name, ...activity, ...operation),
    ),
    // The category of a diagnostic record is that of the log; rules mean that of the activity, and some the log's.
    ...["category", "Category"].map((name) => union(name, "properties.category", "category", "Category")),
    alias("LoggedByService", "properties.loggedByService", "loggedByService"),
    union("Status", "Status", ...outcome, ...description),
    ...["properties.result", "Result"].map((name) => alias(name, ...outcome)),
    alias("failure_status_reason", "properties.resultReason", "resultReason", "ResultReason", ...description),
    union("properties.message", "properties.message", ...activity, ...operation, "changes"),
    alias("targetResources.type", "properties.targetResources.type", "TargetResources.type"),
    ...changed,
  ],
  time: ["properties.activityDateTime", "activityDateTime", "ActivityDateTime", "time", "TimeGenerated", "@timestamp"],
  host: [],
  user: (fields) =>
    firstName(
      fields,
      ["user.userPrincipalName", "user.id", "app.displayName", "app.servicePrincipalName", "app.appId"]
        .flatMap((name) =>
          ["properties.initiatedBy", "initiatedBy", "InitiatedBy"].map((parent) => `${parent}.${name}`),
        )
        .concat("identity", "Identity"),
    ),
  sourceAddress: [
    "properties.initiatedBy.user.ipAddress",
    "initiatedBy.user.ipAddress",
    "InitiatedBy.user.ipAddress",
    "callerIpAddress",
  ],
};

function changesIn(record: JsonObject): readonly JsonObject[] {
  return objectsIn(detail(record, "targetResources")).flatMap((target) => objectsIn(target["modifiedProperties"]));
}

const textOf = (list: readonly JsonObject[]) => (list.length === 0 ? undefined : [JSON.stringify(list)]);

/** Each change as its JSON text without the braces: `"displayName":"UserType","oldValue":..,"newValue":..`. */
function changes(record: JsonObject): readonly Scalar[] | undefined {
  const texts = changesIn(record).map((change) => JSON.stringify(change).slice(1, -1));
  return texts.length === 0 ? undefined : texts;
}

/** The new value of one property, without the quotes that Entra puts around it. */
function newValue(record: JsonObject, name: string): readonly Scalar[] | undefined {
  const value = changesIn(record).find((change) => change["displayName"] === name)?.["newValue"];
  return typeof value === "string" ? [value.replace(/^"(.*)"$/s, "$1")] : undefined;
}

function additionalInfo(record: JsonObject): readonly Scalar[] | undefined {
  const isInfo = (key: Json | undefined) => typeof key === "string" && key.toLowerCase() === "additionalinfo";
  const found = objectsIn(detail(record, "additionalDetails")).find(({ key }) => isInfo(key));
  const value = isJsonObject(found) ? found["value"] : undefined;
  return typeof value === "string" ? [value] : undefined;
}
