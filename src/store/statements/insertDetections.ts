import type { Queryable } from "../queryable.ts";
import { storableText } from "./storableText.ts";
import { takeSequence } from "./takeSequence.ts";
import { valuesLists } from "./values.ts";

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
}

const columns =
  "id, tenant_id, sequence, time, rule_id, revision, event_id, severity, is_test, host, user_name, source_address, evidence, updated_at";
const casts = [
  "uuid",
  "int",
  "bigint",
  "timestamptz",
  "int",
  "int",
  "uuid",
  "smallint",
  "boolean",
  "text",
  "text",
  "text",
  "text",
  "timestamptz",
];

/**
 * Stores detections that are not stored yet and returns the ids of the new ones.
 *
 * Call it last in the transaction: it takes the lock that makes the sequence follow the order of commits, and that lock
 * is held until the transaction ends.
 */
export async function insertDetections(
  db: Queryable,
  tenantId: number,
  detections: readonly NewDetectionRow[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const inserted = new Set<string>();
  if (detections.length === 0) return inserted;
  const first = await takeSequence(db, tenantId, detections.length);
  const rows = detections.map((detection, i) => [
    detection.id,
    tenantId,
    first + BigInt(i),
    detection.time,
    detection.ruleId,
    detection.revision,
    detection.eventId,
    detection.severity,
    detection.isTest,
    storableText(detection.host),
    storableText(detection.user),
    storableText(detection.sourceAddress),
    detection.evidence,
    now,
  ]);
  for (const { text, parameters } of valuesLists(rows, casts)) {
    const result = await db.query<{ id: string }>(
      `insert into detection (${columns}) values ${text} on conflict do nothing returning id`,
      [...parameters],
    );
    for (const { id } of result.rows) inserted.add(id);
  }
  return inserted;
}
