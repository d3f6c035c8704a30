import { auditFields, toldBy } from "../audit/auditFields.ts";
import { isAudit, joinedKey, readAudit } from "../audit/readAudit.ts";
import { firstName } from "../identity.ts";
import { withParsed } from "../parsedFields.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys } from "../recordText.ts";
import type { Shape } from "../shape.ts";

const own = readerOf({ homes: ["auditd.log", `${joinedKey}.auditd.log`, joinedKey] });

const users = ["acct", "User", "UID", "AUID", "user.name", "uid", "auid"];

/** What the audit system writes where it does not know. */
const unknown = new Set(["?", "(unknown)", "(null)", "unset", "4294967295"]);

/**
 * Records of the Linux audit system: lines of audit.log in any shipper's envelope, lines taken apart, Laurel, go-audit, Filebeat's
 * module; single, or the records of one event joined (`audit_records`).
 *
 * @see Linux Audit, "Audit event fields" and "Audit record types"
 */
export const auditd: Shape = {
  name: "auditd",
  keys: [joinedKey, "ID", "auditd", "messages", "type", ...lineKeys],
  fits: isAudit,
  read: (record) => withParsed(own(record), () => auditFields(readAudit(record))),
  origin: (fields) => ({ product: "linux", log: "linux audit", code: toldBy(fields) }),
  time: ["audit.time", "@timestamp", "timestamp", "time", "date"],
  host: ["node", "host.name", "host.hostname", "agent.hostname", "agent.name", "hostname", "host"],
  user: (fields) =>
    users.map((name) => firstName(fields, [name])).find((name) => name !== undefined && !unknown.has(name)),
  sourceAddress: ["SourceIp", "source.ip"],
};
