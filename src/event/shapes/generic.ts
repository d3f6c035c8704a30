import { account, firstName } from "../identity.ts";
import { carriedRecord } from "../carried.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";

/**
 * Any other record: fields under their dotted paths. What it is, the sender declares; or it carries the text of a record whose shape
 * is known.
 */
export const generic: Shape = {
  name: "generic",
  fits: () => true,
  read: readerOf({}),
  carries: carriedRecord,
  origin: () => ({}),
  time: [
    "@timestamp",
    "timestamp",
    "Timestamp",
    "time",
    "eventTime",
    "EventTime",
    "TimeGenerated",
    "UtcTime",
    "event.created",
  ],
  host: ["host.name", "host.hostname", "hostname", "Hostname", "HostName", "Computer", "ComputerName", "host"],
  user: (fields) =>
    account(fields, "user.domain", "user.name") ?? firstName(fields, ["User", "user", "username", "userName"]),
  sourceAddress: ["source.ip", "SourceIp", "src_ip", "sourceIPAddress", "sourceIp", "client.ip", "c-ip"],
};
