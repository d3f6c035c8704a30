import type { JsonObject } from "../../../src/event/index.ts";
import { readEvtx } from "./evtxEvent.ts";

/** The event as NXLog's `im_msvistalog` writes it: flat, its severity in place of the event's own EventType, a local time. */
export function toNxlog(record: JsonObject): JsonObject {
  const event = readEvtx(record);
  const message = Object.entries(event.data).map(([name, value]) => `${name}: ${value}`);
  return {
    EventTime: event.time.slice(0, 19).replace("T", " "),
    Hostname: event.computer,
    Keywords: -9223372036854776000,
    SeverityValue: 2,
    Severity: "INFO",
    EventID: event.code,
    SourceName: event.provider,
    ProviderGuid: event.providerGuid.toUpperCase(),
    OpcodeValue: 0,
    RecordNumber: event.recordId,
    ExecutionProcessID: event.processId,
    ThreadID: event.threadId,
    Channel: event.channel,
    Domain: "NT AUTHORITY",
    AccountName: "SYSTEM",
    AccountType: "User",
    ...(event.userId !== undefined && { UserID: event.userId }),
    Message: ["An event:", ...message].join("\r\n"),
    ...event.data,
    EventType: "INFO",
    EventReceivedTime: event.time.slice(0, 19).replace("T", " "),
    SourceModuleName: "eventlog",
    SourceModuleType: "im_msvistalog",
  };
}
