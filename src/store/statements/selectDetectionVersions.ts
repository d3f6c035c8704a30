import type { Queryable } from "../queryable.ts";
import { type DetectionPredicate, predicateSql } from "./detectionPredicate.ts";

/** Which of a tenant's detections. */
export interface DetectionSelection {
  readonly tenantId: number;
  /** Only detections of these rules: each is asked by the index, as in `selectDetections`. */
  readonly ruleIds?: readonly number[];
  readonly predicate: DetectionPredicate;
}

export interface DetectionVersion {
  readonly id: string;
  readonly version: number;
}

/** The detections that are wanted, each with the version that it has now, at most so many, in no order. */
export async function selectDetectionVersions(
  db: Queryable,
  { tenantId, ruleIds, predicate }: DetectionSelection,
  atMost: number,
): Promise<DetectionVersion[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const wanted = `d.tenant_id = ${bind(tenantId)} and ${predicateSql(predicate, bind)}`;
  const limit = bind(atMost);
  const { rows } = await db.query<DetectionVersion>(
    ruleIds === undefined
      ? `select d.id, d.version from detection d where ${wanted} limit ${limit}`
      : `select x.id, x.version from unnest(${bind(ruleIds)}::int[]) r cross join lateral (
           select d.id, d.version from detection d where d.rule_id = r and ${wanted} limit ${limit}
         ) x limit ${limit}`,
    parameters,
  );
  return rows;
}
