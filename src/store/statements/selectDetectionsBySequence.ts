import type { Queryable } from "../queryable.ts";
import { type DetectionPredicate, predicateSql } from "./detectionPredicate.ts";
import { type DetectionRow, detectionColumns } from "./detectionRow.ts";

/** A walk along a tenant's detections in the order of their commits, or backward. */
export interface SequenceWalk {
  readonly tenantId: number;
  /** Sequences, both ends included. */
  readonly lowest: bigint;
  readonly highest: bigint;
  readonly backward: boolean;
  /** Ends after so many detections, wanted or not: a filter that finds little must not walk over everything. */
  readonly passed: number;
}

/** Reads the first `limit` detections that are wanted, in the order of the walk. */
export async function selectDetectionsBySequence(
  db: Queryable,
  walk: SequenceWalk,
  { predicate, limit }: { readonly predicate: DetectionPredicate; readonly limit: number },
): Promise<DetectionRow[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const direction = walk.backward ? "desc" : "asc";
  const { rows } = await db.query<DetectionRow>(
    `select ${detectionColumns} from (
       select * from detection w
       where w.tenant_id = ${bind(walk.tenantId)} and w.sequence between ${bind(walk.lowest)} and ${bind(walk.highest)}
       order by w.sequence ${direction} limit ${bind(walk.passed)}
     ) d where ${predicateSql(predicate, bind)} order by d.sequence ${direction} limit ${bind(limit)}`,
    parameters,
  );
  return rows;
}
