import type { Queryable } from "../queryable.ts";
import { type DetectionPredicate, predicateSql } from "./detectionPredicate.ts";
import type { DetectionWindow } from "./detectionWindow.ts";

/** Counts a window of a tenant's detections, but stops at its limit: no count walks millions of rows unnoticed. */
export async function countDetections(
  db: Queryable,
  { tenantId, from, to, predicate, limit }: CountedWindow,
): Promise<number> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const upper = to === undefined ? "" : `and d.id < ${bind(to)}`;
  const { rows } = await db.query<{ count: number }>(
    `select count(*)::int as count from (
       select from detection d
       where d.tenant_id = ${bind(tenantId)} and d.id >= ${bind(from)} ${upper} and ${predicateSql(predicate, bind)}
       limit ${bind(limit)}
     ) capped`,
    parameters,
  );
  return rows[0]?.count ?? 0;
}

/** What is said of rules is in the predicate. */
export type CountedWindow = Pick<DetectionWindow, "tenantId" | "from" | "to" | "limit"> & {
  readonly predicate: DetectionPredicate;
};
