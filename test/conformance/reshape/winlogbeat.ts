import type { JsonObject } from "../../../src/event/index.ts";
import { readEvtx, type EvtxEvent } from "./evtxEvent.ts";

/** The event as Winlogbeat sends it when no pipeline has touched it. */
export function toWinlogbeat(record: JsonObject): JsonObject {
  const event = readEvtx(record);
  return beat(event, { ...event.data });
}

/** What Winlogbeat writes around the event's data. */
export function beat(event: EvtxEvent, data: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    "@timestamp": event.time,
    agent: { type: "winlogbeat", version: "8.17.0" },
    ecs: { version: "8.0.0" },
    host: { name: event.computer },
    log: { level: "information" },
    ...more,
    event: { code: String(event.code), kind: "event", provider: event.provider, created: event.time },
    winlog: {
      api: "wineventlog",
      channel: event.channel,
      computer_name: event.computer,
      event_data: data,
      event_id: String(event.code),
      opcode: "Info",
      process: { pid: event.processId, thread: { id: event.threadId } },
      provider_guid: event.providerGuid,
      provider_name: event.provider,
      record_id: String(event.recordId),
      ...(event.userId !== undefined && { user: { identifier: event.userId } }),
    },
  };
}
