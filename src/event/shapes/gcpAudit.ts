import { isJsonObject, type JsonObject } from "../../std/index.ts";
import { at, textsAt, withComputed, type Computed } from "../computed.ts";
import type { Derivation } from "../derivation.ts";
import { textOf, type Fields } from "../fields.ts";
import { eventNames, parametersOf } from "../googleEvents.ts";
import { firstName } from "../identity.ts";
import { alias } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const plain = readerOf({});
const inData = readerOf({ homes: ["data"] });

const computed: Computed = new Map([
  ...parametersOf((record) => at(record, "protoPayload", "metadata", "event"), "parameter"),
  // Words that rules look for stand in the keys of these.
  ...textsAt("labels", "protoPayload.request", "protoPayload.response"),
]);

/** Some rules know an entry as an exporter wraps it, in `data`; and what is beside the payload as part of it. */
const inPayload: readonly Derivation[] = [
  ...["serviceName", "methodName", "authorizationInfo.permission", "authorizationInfo.granted"].map((name) =>
    alias(`data.protoPayload.${name}`, `protoPayload.${name}`),
  ),
  alias("data.protoPayload.resource.type", "resource.type"),
  { name: "data.protoPayload.logName", value: logNames },
];

/**
 * An audit log entry of Google Cloud, also inside `data`; entries that Google Workspace sends to Cloud Logging are of its services.
 *
 * @see Google Cloud, "LogEntry" and "AuditLog"
 */
export const gcpAudit: Shape = {
  name: "gcpAudit",
  keys: ["protoPayload", "data"],
  fits: (record) => isEntry(record) || isEntry(record["data"]),
  read: (record) => {
    const { data } = record;
    return isEntry(data) ? withComputed(inData(record), data, computed) : withComputed(plain(record), record, computed);
  },
  origin: (fields) => ({
    product: "gcp",
    log: logsOf.get(textOf(fields, "protoPayload.serviceName") ?? "") ?? "gcp.audit",
  }),
  derivations: [
    alias("gcp.audit.method_name", "protoPayload.methodName"),
    alias("gcp.audit.service_name", "protoPayload.serviceName"),
    alias("gcp.audit.resource_name", "protoPayload.resourceName"),
    ...inPayload,
    ...eventNames,
  ],
  time: ["timestamp", "receiveTimestamp", "@timestamp"],
  host: [],
  user: (fields) =>
    firstName(fields, [
      "protoPayload.authenticationInfo.principalEmail",
      "protoPayload.authenticationInfo.principalSubject",
      "protoPayload.authenticationInfo.serviceAccountDelegationInfo.firstPartyPrincipal.principalEmail",
    ]),
  sourceAddress: ["protoPayload.requestMetadata.callerIp"],
};

function isEntry(record: JsonObject[string] | undefined): record is JsonObject {
  if (!isJsonObject(record)) return false;
  const { protoPayload } = record;
  if (!isJsonObject(protoPayload)) return false;
  return protoPayload["methodName"] !== undefined || protoPayload["serviceName"] !== undefined;
}

/** The services through which Workspace logs, with the log that they are. */
const logsOf = new Map([
  ["admin.googleapis.com", "google_workspace.admin"],
  ["login.googleapis.com", "google_workspace.login"],
]);

/** The whole name, and the part of it that is the same in all projects. */
function logNames(fields: Fields): readonly string[] | undefined {
  const name = textOf(fields, "logName");
  return name === undefined ? undefined : [name, name.slice(name.indexOf("/logs/") + "/logs/".length)];
}
