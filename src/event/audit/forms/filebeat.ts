import type { JsonObject } from "../../../std/index.ts";
import { textOf } from "../../fields.ts";
import { readerOf } from "../../pathFields.ts";
import type { AuditForm } from "../auditForm.ts";
import type { AuditRecord, Pair } from "../auditRecord.ts";
import { decodeValue } from "../pairs.ts";
import { recordTypeName } from "../recordTypes.ts";

/**
 * Filebeat's module and the Elastic Agent's integration: a document for each record, what ECS has no field for in `auditd.log`, the
 * kind of record in lower case in `event.action`.
 */
export const filebeat: AuditForm = {
  fits: (record) => dotted.some((key) => record[key] !== undefined) || hasLog(record["auditd"]),
  read,
};

const dotted = ["auditd.log.sequence", "auditd.log.record_type"] as const;

const hasLog = (auditd: unknown): boolean =>
  typeof auditd === "object" && auditd !== null && ("log" in auditd || "log.sequence" in auditd);

const fieldsOf = readerOf({ homes: ["auditd.log"] });

/** Where the module moves what ECS has a field for. */
const moved = [
  ["process.pid", "pid"],
  ["process.ppid", "ppid"],
  ["process.parent.pid", "ppid"],
  ["process.executable", "exe"],
  ["process.name", "comm"],
  ["process.working_directory", "cwd"],
  ["process.exit_code", "exit"],
  ["user.id", "uid"],
  ["user.name", "acct"],
  ["user.audit.id", "auid"],
  ["user.effective.id", "euid"],
  ["user.terminal", "terminal"],
  ["host.architecture", "arch"],
  ["source.address", "addr"],
  ["event.outcome", "res"],
] as const;

function read(record: JsonObject): AuditRecord[] {
  const fields = fieldsOf(record);
  const type = recordTypeName(textOf(fields, "record_type") ?? textOf(fields, "event.action") ?? "");
  const own = fields.names().filter((name) => !name.includes(".") && !name.startsWith("@"));
  const pairs = own.flatMap((name): Pair[] =>
    (fields.field(name) ?? []).map((value) => [name, decodeValue(type, name, String(value))]),
  );
  for (const [path, name] of moved) {
    const value = own.includes(name) ? undefined : textOf(fields, path);
    if (value !== undefined) pairs.push([name, value]);
  }
  const words = type === "EXECVE" && !own.includes("a0") ? (fields.field("process.args") ?? []) : [];
  pairs.push(...words.map((word, index): Pair => [`a${index}`, String(word)]));
  return [{ type, pairs, header: { time: textOf(fields, "epoch"), serial: textOf(fields, "sequence") } }];
}
