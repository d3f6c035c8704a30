import type { Queryable } from "../queryable.ts";

export interface RegradableQuery {
  readonly tenantId: number;
  readonly ruleId: number;
  /** The severity that they are to get. */
  readonly severity: number;
  readonly limit: number;
}

/** An open detection, and the severity that it has. */
export interface RegradableRow {
  readonly id: string;
  readonly severity: number;
}

/** Locks a rule's open detections that have another severity, oldest first, at most `limit`. */
export async function lockRegradable(
  db: Queryable,
  { tenantId, ruleId, severity, limit }: RegradableQuery,
): Promise<readonly RegradableRow[]> {
  const { rows } = await db.query<RegradableRow>(
    `select id, severity from detection
     where tenant_id = $1 and rule_id = $2 and status < 2 and severity <> $3
     order by id limit $4 for update`,
    [tenantId, ruleId, severity, limit],
  );
  return rows;
}
