import { type DetectionPredicate, predicateSql } from "./detectionPredicate.ts";
import { conjuncts, driverOf } from "./driver.ts";

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
 * The columns of a window of `detection d`, in id order. Rules that are but a filter may be hundreds: so written they are looked up for each
 * row; as a list they would be gone through, and joined they would be the way.
 */
export function windowSql(window: DetectionWindow, columns: string, bind: (value: unknown) => string): string {
  const direction = window.newestFirst ? "desc" : "asc";
  const driver = driverOf(window.ruleIds, window.predicate);
  const inWindow = [
    `d.tenant_id = ${bind(window.tenantId)}`,
    `d.id >= ${bind(window.from)}`,
    ...(window.to === undefined ? [] : [`d.id < ${bind(window.to)}`]),
    ...(window.ruleIds === undefined || driver?.column === "rule_id"
      ? []
      : [`(d.rule_id in (select unnest(${bind(window.ruleIds)}::int[]))) is true`]),
    predicateSql(window.predicate, bind),
  ].join(" and ");
  const limit = bind(window.limit);
  return driver === undefined
    ? `select ${columns} from detection d where ${inWindow} order by d.id ${direction} limit ${limit}`
    : `select x.* from unnest(${bind(driver.values)}::${driver.type}[]) v cross join lateral (
         select ${columns} from detection d where d.${driver.column} = v and ${inWindow} order by d.id ${direction} limit ${limit}
       ) x order by x.id ${direction} limit ${limit}`;
}

/**
 * How a window is read. `whole`: at once, however long it is. `kept`: in short windows, by a plan that connections keep (`runKept`). `own`: in short
 * windows, planned for its values.
 */
export type WindowPlan = "whole" | "kept" | "own";

/** Each value of a driver is asked for a whole page: of more, most of what is read would be thrown away. */
const fewValues = 8;
/** What planning costs does not matter beside more. */
const manyValues = 100;

export function planOf({ ruleIds, predicate }: Pick<DetectionWindow, "ruleIds" | "predicate">): WindowPlan {
  const driver = driverOf(ruleIds, predicate);
  const count = driver?.values.length ?? 0;
  // Kept are those that are asked for all day: there are few texts of them.
  if (count > manyValues || !conjuncts(predicate).every(isCommon)) return "own";
  return count > fewValues ? "kept" : "whole";
}

const isCommon = ({ kind }: DetectionPredicate): boolean =>
  kind === "host" || kind === "user" || kind === "severity" || kind === "status" || kind === "test";
