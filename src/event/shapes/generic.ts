import { emptyDraft } from "../draft.ts";
import { flattenRecord } from "../flatten.ts";
import { account, firstName } from "../identity.ts";
import type { Shape } from "../shape.ts";

/** Any other record: fields under their dotted paths. What it is, the sender declares. */
export const generic: Shape = {
  name: "generic",
  fits: () => true,
  read(record) {
    const draft = emptyDraft();
    flattenRecord(draft, record, (path) => path);
    return { draft, origin: {} };
  },
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
  user: ({ draft }) =>
    account(draft, "user.domain", "user.name") ?? firstName(draft, ["User", "user", "username", "userName"]),
  sourceAddress: ["source.ip", "SourceIp", "src_ip", "sourceIPAddress", "sourceIp", "client.ip", "c-ip"],
};
