import type { JsonObject } from "../../std/index.ts";
import type { AuditRecord } from "./auditRecord.ts";

/** A way in which records of the audit system are written as JSON. A new one is a file in `forms/` and its line in `readAudit.ts`. */
export interface AuditForm {
  readonly fits: (record: JsonObject) => boolean;
  readonly read: (record: JsonObject) => readonly AuditRecord[];
}
