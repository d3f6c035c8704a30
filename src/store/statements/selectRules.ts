import type { Queryable } from "../queryable.ts";

/** A rule's row with its current revision. */
export interface RuleRow {
  readonly id: number;
  readonly identity: string;
  readonly revision: number;
  readonly state: "DISABLED" | "TESTING" | "ACTIVE";
  readonly statusOverride: string | null;
  readonly severityOverride: number | null;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date | null;
  readonly deletedAt: Date | null;
  readonly yaml: string;
  readonly source: string;
}

/** The tenant's rules that changed after its `rulesVersion` was `since`, deleted ones included, by id. */
export async function selectRules(db: Queryable, tenantId: number, since: bigint): Promise<RuleRow[]> {
  const { rows } = await db.query<RuleRow>(
    `select r.id, r.identity, r.revision, r.state, r.status_override as "statusOverride",
       r.severity_override as "severityOverride", r.version, r.created_at as "createdAt", r.updated_at as "updatedAt",
       r.expires_at as "expiresAt", r.deleted_at as "deletedAt", v.yaml, v.source
     from rule r join rule_revision v on v.rule_id = r.id and v.revision = r.revision
     where r.tenant_id = $1 and r.changed_at_version > $2 order by r.id`,
    [tenantId, since],
  );
  return rows;
}
