import type { JsonObject } from "../../../std/index.ts";
import type { AuditForm } from "../auditForm.ts";
import type { AuditRecord } from "../auditRecord.ts";
import { pairsOf, scalarText } from "../jsonPairs.ts";
import { decodeValue } from "../pairs.ts";
import { recordTypeName } from "../recordTypes.ts";

/** `{"type":"SYSCALL","msg":"audit(1700000000.123:45)","arch":"c000003e",..}`: a line that a shipper took apart. */
export const parsed: AuditForm = { fits, read };

const headerPattern = /^audit\((\d+(?:\.\d+)?):(\d+)\)/;
const knownTypes = /^(?:SYSCALL|EXECVE|PATH|CWD|PROCTITLE|SOCKADDR|USER_[A-Z]+|CRED_[A-Z]+|SERVICE_ST(?:ART|OP))$/i;

/** Of these each record that is told by its type alone has one. */
const signs = ["syscall", "SYSCALL", "argc", "a0", "nametype", "cwd", "proctitle", "saddr", "auid", "unit"];

function fits(record: JsonObject): boolean {
  const { type, msg } = record;
  if (typeof type !== "string") return false;
  if (typeof msg === "string" && headerPattern.test(msg)) return true;
  return knownTypes.test(type) && signs.some((name) => record[name] !== undefined);
}

function read(record: JsonObject): AuditRecord[] {
  const { type, msg, ...rest } = record;
  const [, time, serial] = headerPattern.exec(scalarText(msg) ?? "") ?? [];
  const kind = recordTypeName(scalarText(type) ?? "");
  const header = { time, serial: serial ?? scalarText(rest["serial"]), node: scalarText(rest["node"]) };
  return [{ type: kind, header, pairs: pairsOf(rest, (name, value) => decodeValue(kind, name, value)) }];
}
