import type { JsonObject } from "../../std/index.ts";
import { fitsLog } from "../azure.ts";
import type { Derivation } from "../derivation.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import { alias } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const log = {
  categories: new Set(["USERRISKEVENTS", "SERVICEPRINCIPALRISKEVENTS"]),
  tables: new Set(["AADUserRiskEvents", "AADServicePrincipalRiskEvents"]),
  apiKeys: ["riskEventType"],
};

/** Types of Privileged Identity Management's alerts in the Graph API: `#microsoft.graph.staleSignInAlertIncident`. */
const alertType = /([A-Za-z]+Alert(?:Incident|Configuration))$/;
const types = ["@odata.type", "alertIncidents.@odata.type", "alertConfiguration.@odata.type"] as const;

/** The type of an alert without its namespace; rules know it as a risk event's type. */
const riskEventType: Derivation = {
  name: "riskEventType",
  value: (fields) => {
    const own = ["properties.riskEventType", "RiskEventType"].map((name) => textOf(fields, name));
    return own.find((each) => each !== undefined) ?? alertTypes(fields);
  },
};

function alertTypes(fields: Fields): readonly string[] | undefined {
  const found = types
    .flatMap((name) => fields.field(name) ?? [])
    .flatMap((type) => alertType.exec(String(type))?.[1] ?? []);
  return found.length === 0 ? undefined : found;
}

/**
 * What Entra ID Protection takes for a risk (`riskDetection`), and the alerts of Privileged Identity Management with their incidents:
 * by diagnostic settings, from Log Analytics (`AADUserRiskEvents`), or from the Graph API.
 *
 * @see Microsoft, "riskDetection resource type" and "unifiedRoleManagementAlert resource type"
 */
export const entraRisk: Shape = {
  name: "entraRisk",
  keys: ["category", "Type", "riskEventType", "@odata.type", "alertDefinitionId"],
  fits: (record) => fitsLog(record, log) || isAlert(record),
  read: readerOf({}),
  origin: (fields) => ({ log: isOfPim(fields) ? "azure.pim" : "azure.riskDetection" }),
  derivations: [
    riskEventType,
    ...["riskState", "riskLevel", "riskDetail", "source", "activity"].map((name) =>
      alias(name, `properties.${name}`, name.charAt(0).toUpperCase() + name.slice(1)),
    ),
  ],
  time: [
    "properties.activityDateTime",
    "activityDateTime",
    "ActivityDateTime",
    "properties.detectedDateTime",
    "detectedDateTime",
    "lastModifiedDateTime",
    "time",
    "TimeGenerated",
    "@timestamp",
  ],
  host: [],
  user: (fields) =>
    firstName(fields, [
      "properties.userPrincipalName",
      "userPrincipalName",
      "UserPrincipalName",
      "assigneeUserPrincipalName",
      "alertIncidents.assigneeUserPrincipalName",
      "properties.servicePrincipalDisplayName",
      "servicePrincipalDisplayName",
      "ServicePrincipalDisplayName",
    ]),
  sourceAddress: ["properties.ipAddress", "ipAddress", "IpAddress"],
};

function isAlert(record: JsonObject): boolean {
  const type = record["@odata.type"];
  if (typeof type === "string") return alertType.test(type);
  return record["alertDefinitionId"] !== undefined && record["incidentCount"] !== undefined;
}

const isOfPim = (fields: Fields): boolean =>
  alertTypes(fields) !== undefined ||
  textOf(fields, "alertDefinitionId") !== undefined ||
  alertType.test(textOf(fields, "riskEventType") ?? "");
