import { type Database, countDetectionsOfRules, selectNewestOfRules, uuidTimeMs } from "../store/index.ts";
import type { Count } from "./countDetections.ts";

/** What became of one rule's detections of some time; those that it made in state TESTING count too. */
export interface RuleFigures {
  readonly ruleId: number;
  readonly detections: Count;
  /** Not closed yet, of those that were counted. */
  readonly open: number;
  /** Closed with a disposition, of those that were counted. */
  readonly judged: number;
  /** The share of FALSE_POSITIVE in these, 0 to 1; null where there are too few to say. */
  readonly falsePositiveRatio: number | null;
}

/** Fewer say nothing of a rule. */
export const fewestJudged = 5;

export interface FiguresRequest {
  readonly tenantId: number;
  /** Rows of `rule`. */
  readonly ruleIds: readonly number[];
  /** By arrival. */
  readonly since: Date;
  /** Of each rule so many detections are counted, the newest. */
  readonly atMost: number;
}

/** One statement for all the rules. In no order. */
export async function ruleFigures({ pool }: Database, request: FiguresRequest): Promise<RuleFigures[]> {
  const rows = await countDetectionsOfRules(pool, { ...request, atMost: request.atMost + 1 });
  return rows.map(({ ruleId, detections, open, judged, falsePositives }) => ({
    ruleId,
    detections: { value: Math.min(detections, request.atMost), isExact: detections <= request.atMost },
    open,
    judged,
    falsePositiveRatio: judged < fewestJudged ? null : falsePositives / judged,
  }));
}

/** When each rule's newest detection was made, by row id; rules that have never fired are absent. One statement. */
export async function lastFired(
  { pool }: Database,
  tenantId: number,
  ruleIds: readonly number[],
): Promise<ReadonlyMap<number, Date>> {
  const newest = await selectNewestOfRules(pool, tenantId, ruleIds);
  return new Map([...newest].map(([ruleId, id]) => [ruleId, new Date(uuidTimeMs(id))]));
}
