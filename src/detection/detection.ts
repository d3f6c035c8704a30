import { type Severity, severityAt } from "../rules/index.ts";
import { bug } from "../std/index.ts";
import { type DetectionRow, uuidTimeMs } from "../store/index.ts";
import type { EvidenceList, KeptEvidence } from "./keptEvidence.ts";
import { type DetectionStatus, type Disposition, detectionStatuses, dispositions } from "./triage.ts";

/** A stored match that people triage. */
export interface Detection {
  readonly id: string;
  /** Counts the tenant's detections in commit order. */
  readonly sequence: bigint;
  /** When the event happened. */
  readonly time: Date;
  /** The rule's row id, and the revision that fired. */
  readonly ruleId: number;
  readonly revision: number;
  readonly eventId: string;
  /** The effective severity when it fired. */
  readonly severity: Severity;
  readonly status: DetectionStatus;
  readonly disposition: Disposition;
  /** Fired while its rule was in state TESTING. */
  readonly isTest: boolean;
  readonly host: string | null;
  readonly user: string | null;
  readonly sourceAddress: string | null;
  /** Who works on it. */
  readonly assignee: string | null;
  /** Why it was closed as it was, in words; null unless it is closed. */
  readonly reason: string | null;
  /** Its last change in the count of `sequence`; its own sequence if it has not changed. */
  readonly lastChange: bigint;
  readonly evidence: readonly KeptEvidence[];
  /** Entries of evidence that were not kept. */
  readonly evidenceOmitted: number;
  readonly version: number;
  readonly updatedAt: Date;
}

/** When it was found: its id begins with the arrival of its event. */
export const detectedAt = ({ id }: Pick<Detection, "id">): Date => new Date(uuidTimeMs(id));

export function readDetection(row: DetectionRow): Detection {
  // Written by this room, from the same type.
  const { items, omitted } = JSON.parse(row.evidence) as EvidenceList;
  return {
    ...row,
    severity: severityAt(row.severity),
    status: detectionStatuses[row.status] ?? bug(`status ${row.status}`),
    disposition: dispositions[row.disposition] ?? bug(`disposition ${row.disposition}`),
    evidence: items,
    evidenceOmitted: omitted,
  };
}
