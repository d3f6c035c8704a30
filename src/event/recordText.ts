import type { JsonObject } from "../std/index.ts";
import { forLast } from "./forLast.ts";

/** Where shippers put a line that they read: Filebeat and Vector, Fluent Bit, journald, rsyslog, Splunk's forwarders, NXLog, Graylog. */
export const lineKeys = ["message", "log", "MESSAGE", "msg", "line", "_raw", "Message", "short_message"] as const;

/** The line of a log that a record carries, if it carries one. */
export const lineOf = forLast((record: JsonObject): string | undefined => {
  for (const key of lineKeys) {
    const value = record[key];
    if (typeof value === "string" && value !== "") return value;
  }
  return undefined;
});
