import type { Queryable } from "../queryable.ts";
import { type DetectionPredicate, predicateSql } from "./detectionPredicate.ts";

/** Counts a tenant's detections, but stops at `atMost`: no count walks millions of rows unnoticed. */
export async function countDetections(
  db: Queryable,
  tenantId: number,
  predicate: DetectionPredicate,
  atMost: number,
): Promise<number> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from (
       select from detection d where d.tenant_id = ${bind(tenantId)} and ${predicateSql(predicate, bind)} limit ${bind(atMost)}
     ) capped`,
    parameters,
  );
  return rows[0]?.count ?? 0;
}
