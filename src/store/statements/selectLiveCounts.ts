import type { Queryable } from "../queryable.ts";
import { type CountKey, keyColumns } from "../rollups/rollupTables.ts";
import { type DetectionPredicate, predicateSql } from "./detectionPredicate.ts";
import type { CountRow } from "./selectRollupCounts.ts";

/** Detections that are counted where they lie. */
export interface LiveQuestion {
  readonly tenantId: number;
  /** Holds them to a span of time. */
  readonly predicate: DetectionPredicate;
  /** Of the slots, in ms since 1970, rising. */
  readonly boundsMs: readonly number[];
}

/** As `selectRollupCounts`, of detections that any filter wants: it reads them all. */
export async function selectLiveCounts(
  db: Queryable,
  { tenantId, predicate, boundsMs }: LiveQuestion,
  by: readonly CountKey[],
): Promise<CountRow[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const slot =
    boundsMs.length === 2 ? "1" : `width_bucket(d.time, ${bind(boundsMs.map((ms) => new Date(ms)))}::timestamptz[])`;
  const columns = by.map((key) => `, d.${keyColumns[key]} as "${key}"`).join("");
  const places = by.map((_, place) => `, ${place + 2}`).join("");
  const { rows } = await db.query<CountRow>(
    `select ${slot} as slot${columns}, count(*)::float8 as count from detection d
     where d.tenant_id = ${bind(tenantId)} and ${predicateSql(predicate, bind)} group by 1${places}`,
    parameters,
  );
  return rows;
}
