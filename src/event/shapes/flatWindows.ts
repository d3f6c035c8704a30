import type { JsonObject } from "../../std/index.ts";
import { clearedChannel } from "../clearedChannel.ts";
import type { Derivation } from "../derivation.ts";
import { textOf, type Fields } from "../fields.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { WindowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

const codes = ["EventID", "EventId", "EventCode"] as const;
const logs = ["Channel", "LogName"] as const;
const providers = ["Provider_Name", "SourceName", "ProviderName", "EventSourceName"] as const;
const computers = ["Computer", "Hostname", "HostName", "ComputerName", "MachineName"] as const;

/** Defender names its data with spaces, which Sigma leaves out. */
const defender = [
  ...["Threat ID", "Threat Name", "Severity Name", "Category Name", "Product Name", "Product Version", "Process Name"],
  ...["Detection ID", "Detection Time", "Detection User", "Remediation User", "Origin Name", "Execution Name"],
  ...["Type Name", "Action Name", "Error Code", "Error Description", "Old Value", "New Value", "Engine Version"],
  ...[
    "Involved File",
    "Target Commandline",
    "Parent Commandline",
    "Inheritance Flags",
    "Security intelligence Version",
  ],
];

/** Names that shippers have of their own -> the names of Sigma. */
const names = [
  ...codes.map((name) => [name, "EventID"] as const),
  ...logs.map((name) => [name, "Channel"] as const),
  ...providers.map((name) => [name, "Provider_Name"] as const),
  ...computers.map((name) => [name, "Computer"] as const),
  ["ProviderGuid", "Provider_Guid"],
  ["ExecutionProcessID", "Execution_ProcessID"],
  ["ThreadID", "Execution_ThreadID"],
  ["UserID", "Security_UserID"],
  ["RecordNumber", "EventRecordID"],
  ["ActivityID", "Correlation_ActivityID"],
  ...defender.map((name) => [name, name.replaceAll(" ", "")] as const),
] as const;

/** Events of Sysmon that have an EventType: registry, pipes, WMI. */
const typed = new Set(["12", "13", "14", "17", "18", "19", "20", "21"]);
const severities = new Set(["CRITICAL", "ERROR", "WARNING", "INFO", "VERBOSE", "DEBUG"]);

/** NXLog puts its severity in place of the event's own EventType, which is left in the message alone. */
function ownEventType(fields: Fields): string | undefined {
  if (!typed.has(textOf(fields, "EventID") ?? "") || !severities.has(textOf(fields, "EventType") ?? ""))
    return undefined;
  return /^EventType: (\w+)/m.exec(textOf(fields, "Message") ?? "")?.[1];
}

const eventType = (fields: Fields) => ownEventType(fields) ?? textOf(fields, "EventType");

const unnamedData = new Set(["Windows PowerShell", "Application", "System"]);

/** The data of the old logs have no names; this shape keeps them in the rendered message alone. */
const data: Derivation = {
  name: "Data",
  value: (fields) => (unnamedData.has(textOf(fields, "Channel") ?? "") ? textOf(fields, "Message") : undefined),
};

/** Of Defender: NXLog has the provider under the name that rules mean this by. */
const sourceName: Derivation = {
  name: "SourceName",
  replaces: true,
  isWritten: true,
  value: (fields) => textOf(fields, "Source Name"),
};

/**
 * Windows events as one flat object under the names that Sigma uses: NXLog, the OTRF data sets, Fluent Bit, Get-WinEvent.
 *
 * `EventTime` comes last: NXLog writes it in the machine's own time and does not say which that is.
 */
export const flatWindows: Shape = {
  name: "flatWindows",
  fits: (record) => has(record, codes) && (has(record, logs) || has(record, providers)),
  read: readerOf({ names }),
  origin: (fields) => new WindowsOrigin(fields, undefined, eventType),
  derivations: [
    { name: "EventType", replaces: true, isWritten: true, value: ownEventType },
    clearedChannel,
    sourceName,
    data,
  ],
  time: [
    "TimeCreated",
    "SystemTime",
    "UtcTime",
    "TimeGenerated",
    "@timestamp",
    "EventTime",
    "EventReceivedTime",
    "_time",
  ],
  host: ["Computer"],
  user: windowsUser,
  sourceAddress: windowsSourceAddress,
};

function has(record: JsonObject, keys: readonly string[]): boolean {
  for (const key of keys) if (record[key] !== undefined) return true;
  return false;
}
