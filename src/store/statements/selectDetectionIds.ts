import type { Queryable } from "../queryable.ts";
import { type DetectionPredicate, predicateSql } from "./detectionPredicate.ts";
import { driverOf } from "./driver.ts";

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

/** The ids of a window of detections in id order, from an index alone. */
export async function selectDetectionIds(db: Queryable, window: DetectionWindow): Promise<string[]> {
  const parameters: unknown[] = [];
  const { rows } = await db.query<{ id: string }>(
    idsSql(window, (value) => `$${parameters.push(value)}`),
    parameters,
  );
  return rows.map(({ id }) => id);
}

function idsSql(window: DetectionWindow, bind: (value: unknown) => string): string {
  const direction = directionOf(window);
  const driver = driverOf(window.ruleIds, window.predicate);
  const inWindow = [
    `d.tenant_id = ${bind(window.tenantId)}`,
    `d.id >= ${bind(window.from)}`,
    ...(window.to === undefined ? [] : [`d.id < ${bind(window.to)}`]),
    ...(window.ruleIds === undefined || driver?.column === "rule_id"
      ? []
      : [`d.rule_id = any(${bind(window.ruleIds)}::int[])`]),
    predicateSql(window.predicate, bind),
  ].join(" and ");
  const limit = bind(window.limit);
  return driver === undefined
    ? `select d.id from detection d where ${inWindow} order by d.id ${direction} limit ${limit}`
    : `select x.id from unnest(${bind(driver.values)}::${driver.type}[]) v cross join lateral (
         select d.id from detection d where d.${driver.column} = v and ${inWindow} order by d.id ${direction} limit ${limit}
       ) x order by x.id ${direction} limit ${limit}`;
}

const directionOf = ({ newestFirst }: DetectionWindow): "asc" | "desc" => (newestFirst ? "desc" : "asc");
