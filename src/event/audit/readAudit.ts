import type { JsonObject } from "../../std/index.ts";
import { lineOf } from "../recordText.ts";
import { isAuditLine, readAuditLines } from "./auditLine.ts";
import type { AuditForm } from "./auditForm.ts";
import type { AuditRecord } from "./auditRecord.ts";
import { filebeat } from "./forms/filebeat.ts";
import { goAudit } from "./forms/goAudit.ts";
import { laurel } from "./forms/laurel.ts";
import { parsed } from "./forms/parsed.ts";
import { objectsIn } from "./jsonPairs.ts";

/** The property under which the records of one audit event stand that came apart and were joined. */
export const joinedKey = "audit_records";

const line: AuditForm = {
  fits: (record) => isAuditLine(lineOf(record) ?? ""),
  read: (record) => readAuditLines(lineOf(record) ?? ""),
};

/** In the order in which they are asked: the surest signs first. */
const forms: readonly AuditForm[] = [laurel, filebeat, goAudit, parsed, line];

/** Whether a record is of the audit system: one record, an event, or records that were joined to one. */
export const isAudit = (record: JsonObject): boolean =>
  Array.isArray(record[joinedKey]) || forms.some((form) => form.fits(record));

/** The records of the audit system that a record holds; none if it is something else. */
export function readAudit(record: JsonObject): readonly AuditRecord[] {
  return Array.isArray(record[joinedKey]) ? objectsIn(record[joinedKey]).flatMap(readOne) : readOne(record);
}

const readOne = (record: JsonObject) => forms.find((form) => form.fits(record))?.read(record) ?? [];
