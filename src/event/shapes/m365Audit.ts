import type { JsonObject, Scalar } from "../../std/index.ts";
import { objectsIn, textsAt, withComputed, type Computed } from "../computed.ts";
import { textOf, type Fields } from "../fields.ts";
import { firstName } from "../identity.ts";
import { alias } from "../otherNames.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

const plain = readerOf({});
const computed: Computed = new Map([
  ...textsAt(
    "Parameters",
    "OperationProperties",
    "ExtendedProperties",
    "ModifiedProperties",
    "Actor",
    "Target",
    "DeviceProperties",
  ),
  ["RequestType", (record) => extended(record, "RequestType")],
]);

/** An extended property has its name in a value. */
function extended(record: JsonObject, name: string): readonly string[] | undefined {
  const value = objectsIn(record["ExtendedProperties"]).find((each) => each["Name"] === name)?.["Value"];
  return typeof value === "string" ? [value] : undefined;
}

/**
 * A record of Microsoft 365's unified audit log, as the Management Activity API gives it. What `Search-UnifiedAuditLog` prints
 * carries it as text, in `AuditData`.
 *
 * Rules of the services for threats call the workload `eventSource`, the operation or the alert's name `eventName`, and what came of
 * it `status`.
 *
 * @see Microsoft, "Office 365 Management Activity API schema"
 */
export const m365Audit: Shape = {
  name: "m365Audit",
  keys: ["RecordType"],
  fits: ({ Workload: workload, RecordType: type }) => typeof workload === "string" && type !== undefined,
  read: (record: JsonObject) => withComputed(plain(record), record, computed),
  origin: (fields) => ({ log: logOf(textOf(fields, "Workload") ?? "") }),
  derivations: [
    alias("eventSource", "Workload"),
    { name: "eventName", value: eventName },
    { name: "status", value: status },
    { name: "Payload", value: payload },
  ],
  time: ["CreationTime", "CreationDate", "@timestamp"],
  host: [],
  user: (fields) => firstName(fields, ["UserId", "UserIds", "UserKey"]),
  sourceAddress: ["ClientIP", "ClientIPAddress", "ActorIpAddress", "SenderIp"],
};

/** Workloads whose records have services of their own beside `audit`. */
const ownLogs = new Map([
  ["exchange", "m365.exchange"],
  ["securitycompliancecenter", "m365.security"],
]);

const logOf = (workload: string) => ownLogs.get(workload.toLowerCase()) ?? "m365.audit";

/** The operation; of an alert that was raised, what it is called as well. */
function eventName(fields: Fields): readonly Scalar[] | undefined {
  const names = [...(fields.field("Operation") ?? []), ...(isAlert(fields) ? (fields.field("Name") ?? []) : [])];
  return names.length === 0 ? undefined : names;
}

const isAlert = (fields: Fields): boolean => textOf(fields, "AlertId") !== undefined;

const failures = new Set(["failed", "false", "failure", "partiallysucceeded"]);

function status(fields: Fields): string {
  return failures.has((textOf(fields, "ResultStatus") ?? "").toLowerCase()) ? "failure" : "success";
}

/** A command with its parameters. */
function payload(fields: Fields): string | undefined {
  const [operation, parameters] = [textOf(fields, "Operation"), textOf(fields, "Parameters")];
  return operation === undefined || parameters === undefined ? undefined : `${operation} ${parameters}`;
}
