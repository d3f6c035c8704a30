import { column } from "../copy/copyMessages.ts";
import { copyRows } from "../copy/copyRows.ts";
import { bigint, boolean, int, json, smallint, text, timestamptz, uuid } from "../copy/fields.ts";
import type { Queryable } from "../queryable.ts";
import { takeSequence } from "./takeSequence.ts";

/** A detection to be stored. */
export interface NewDetectionRow {
  readonly id: string;
  readonly time: Date;
  readonly ruleId: number;
  readonly revision: number;
  readonly eventId: string;
  readonly severity: number;
  readonly isTest: boolean;
  readonly host: string | null;
  readonly user: string | null;
  readonly sourceAddress: string | null;
  readonly evidence: string;
  readonly updatedAt: Date;
}

interface NumberedRow extends NewDetectionRow {
  readonly tenantId: number;
  readonly sequence: bigint;
}

const columns = [
  column("id", uuid, (row: NumberedRow) => row.id),
  column("tenant_id", int, (row: NumberedRow) => row.tenantId),
  column("sequence", bigint, (row: NumberedRow) => row.sequence),
  column("time", timestamptz, (row: NumberedRow) => row.time),
  column("rule_id", int, (row: NumberedRow) => row.ruleId),
  column("revision", int, (row: NumberedRow) => row.revision),
  column("event_id", uuid, (row: NumberedRow) => row.eventId),
  column("severity", smallint, (row: NumberedRow) => row.severity),
  column("is_test", boolean, (row: NumberedRow) => row.isTest),
  column("host", text, (row: NumberedRow) => row.host),
  column("user_name", text, (row: NumberedRow) => row.user),
  column("source_address", text, (row: NumberedRow) => row.sourceAddress),
  column("evidence", json, (row: NumberedRow) => row.evidence),
  column("updated_at", timestamptz, (row: NumberedRow) => row.updatedAt),
];

/**
 * Stores the detections of events that are stored in this transaction, and so are new.
 *
 * Call it last in the transaction: it takes the lock that makes the sequence follow the order of commits, and that lock
 * is held until the transaction ends.
 */
export async function insertDetections(
  db: Queryable,
  tenantId: number,
  detections: readonly NewDetectionRow[],
): Promise<void> {
  if (detections.length === 0) return;
  const first = await takeSequence(db, tenantId, detections.length);
  const rows = detections.map((row, i) => ({ ...row, tenantId, sequence: first + BigInt(i) }));
  await copyRows(db, "detection", rows, columns);
}
