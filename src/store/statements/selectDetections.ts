import type { Queryable } from "../queryable.ts";
import { type DetectionPredicate, predicateSql } from "./detectionPredicate.ts";
import { type DetectionRow, detectionColumns } from "./detectionRow.ts";

/** A stretch of a tenant's detections by id: `from <= id < to`, from one end, at most `limit`. */
export interface DetectionWindow {
  readonly tenantId: number;
  readonly from: string;
  /** Absent: no upper end. */
  readonly to?: string;
  readonly newestFirst: boolean;
  readonly limit: number;
  /** Only detections of these rules. */
  readonly ruleIds?: readonly number[];
  readonly predicate: DetectionPredicate;
}

/**
 * Reads a window of detections in id order.
 *
 * Each rule is asked for its own newest rows by an index (`LATERAL`), never `rule_id = any(..) order by id limit n`:
 * for rules that seldom fire the planner would then walk the whole table.
 */
export async function selectDetections(db: Queryable, window: DetectionWindow): Promise<DetectionRow[]> {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const direction = window.newestFirst ? "desc" : "asc";
  const inWindow = [
    `d.tenant_id = ${bind(window.tenantId)}`,
    `d.id >= ${bind(window.from)}`,
    ...(window.to === undefined ? [] : [`d.id < ${bind(window.to)}`]),
    predicateSql(window.predicate, bind),
  ].join(" and ");
  const limit = bind(window.limit);
  const ids =
    window.ruleIds === undefined
      ? `select d.id from detection d where ${inWindow} order by d.id ${direction} limit ${limit}`
      : `select x.id from unnest(${bind(window.ruleIds)}::int[]) r cross join lateral (
           select d.id from detection d where d.rule_id = r and ${inWindow} order by d.id ${direction} limit ${limit}
         ) x order by x.id ${direction} limit ${limit}`;
  const { rows } = await db.query<DetectionRow>(
    `select ${detectionColumns} from (${ids}) k join detection d on d.id = k.id order by d.id ${direction}`,
    parameters,
  );
  return rows;
}
