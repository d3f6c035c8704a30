import type { JsonObject } from "../../std/index.ts";
import { deriveField, emptyDraft, renameField, textOf, type Draft } from "../draft.ts";
import { flattenRecord } from "../flatten.ts";
import type { Reading, Shape } from "../shape.ts";
import { windowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

/**
 * Windows events as one flat object under the names that Sigma uses: NXLog, the OTRF data sets, Fluent Bit, Get-WinEvent.
 *
 * `EventTime` comes last: NXLog writes it in the machine's own time and does not say which that is.
 */
export const flatWindows: Shape = {
  name: "flatWindows",
  fits: (record) => has(record, codes) && (has(record, logs) || has(record, providers)),
  read,
  time: ["TimeCreated", "SystemTime", "UtcTime", "TimeGenerated", "@timestamp", "EventTime", "EventReceivedTime"],
  host: ["Computer"],
  user: windowsUser,
  sourceAddress: windowsSourceAddress,
};

const codes = ["EventID", "EventId", "EventCode"] as const;
const logs = ["Channel", "LogName"] as const;
const providers = ["Provider_Name", "SourceName", "ProviderName", "EventSourceName"] as const;
const computers = ["Hostname", "HostName", "ComputerName", "MachineName"] as const;

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
] as const;

const has = (record: JsonObject, keys: readonly string[]) => keys.some((key) => record[key] !== undefined);

function read(record: JsonObject): Reading {
  const draft = emptyDraft();
  flattenRecord(draft, record, (path) => path);
  for (const [from, to] of names) renameField(draft, from, to);
  restoreEventType(draft);
  // The data of the old logs have no names; this shape keeps them in the rendered message alone.
  if (unnamedData.has(textOf(draft, "Channel") ?? "")) deriveField(draft, "Data", textOf(draft, "Message"));
  return { draft, origin: windowsOrigin(draft) };
}

const unnamedData = new Set(["Windows PowerShell", "Application", "System"]);

/** Events of Sysmon that have an EventType: registry, pipes, WMI. */
const typed = new Set(["12", "13", "14", "17", "18", "19", "20", "21"]);

/** NXLog puts its severity in place of the event's own EventType, which is left in the message alone. */
function restoreEventType(draft: Draft): void {
  if (!typed.has(textOf(draft, "EventID") ?? "") || !severities.has(textOf(draft, "EventType") ?? "")) return;
  const [, eventType] = /^EventType: (\w+)/m.exec(textOf(draft, "Message") ?? "") ?? [];
  if (eventType !== undefined) draft.fields.set("EventType", [eventType]);
}

const severities = new Set(["CRITICAL", "ERROR", "WARNING", "INFO", "VERBOSE", "DEBUG"]);
