/** A row of `detection`. */
export interface DetectionRow {
  readonly id: string;
  readonly tenantId: number;
  readonly sequence: bigint;
  readonly time: Date;
  readonly ruleId: number;
  readonly revision: number;
  readonly eventId: string;
  readonly severity: number;
  readonly status: number;
  readonly disposition: number;
  readonly isTest: boolean;
  readonly host: string | null;
  readonly user: string | null;
  readonly sourceAddress: string | null;
  readonly assignee: string | null;
  readonly reason: string | null;
  /** Its last change in the count of `sequence`; its own sequence if it has not changed. */
  readonly lastChange: bigint;
  /** JSON text. */
  readonly evidence: string;
  readonly version: number;
  readonly updatedAt: Date;
}

/** The columns of `detection d`, named as in DetectionRow. */
export const detectionColumns = `d.id, d.tenant_id as "tenantId", d.sequence, d.time,
  d.rule_id as "ruleId", d.revision, d.event_id as "eventId", d.severity, d.status, d.disposition, d.is_test as "isTest",
  d.host, d.user_name as "user", d.source_address as "sourceAddress", d.assignee, d.reason,
  coalesce(d.last_change, d.sequence) as "lastChange", d.evidence, d.version, d.updated_at as "updatedAt"`;
