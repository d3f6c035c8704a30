import {
  type CountCondition,
  type CountKey,
  type CountRow,
  coverSlots,
  type DetectionPredicate,
  type EntityCount,
  type EntityKind,
  entityMinutes,
  planForValues,
  type Queryable,
  rollups,
  selectLiveCounts,
  selectLiveEntities,
  selectRollupCounts,
  selectRollupEntities,
  selectTriageTimes,
  type TriageTimes,
} from "../../store/index.ts";
import type { ResolvedFilter } from "../resolveFilter.ts";
import type { Moment } from "./snapshot.ts";
import { readRollable, type RollableFilter } from "./rollable.ts";
import type { Span } from "./slots.ts";

/** Which detections are counted. */
export interface Counted {
  readonly tenantId: number;
  readonly resolved: ResolvedFilter;
  readonly span: Span;
}

/** Every time that an event may have, in whole days. */
export const allTime: Span = { fromMs: Date.UTC(-1, 0, 1), toMs: Date.UTC(9999, 11, 31) };

/** Counts by slots (from 1) and keys: from a roll-up that tells apart what matters, else where the detections lie. */
export async function readCounts(
  moment: Moment,
  counted: Counted,
  by: readonly CountKey[],
  boundsMs?: readonly number[],
): Promise<readonly CountRow[]> {
  const { tenantId, resolved, span } = counted;
  if (resolved.ruleIds?.length === 0) return [];
  const rows = await readRolledUp(moment, counted, by, boundsMs);
  if (rows !== undefined) return rows;
  const question = { tenantId, predicate: predicateOf(counted), boundsMs: boundsMs ?? [span.fromMs, span.toMs] };
  return await selectLiveCounts(await planned(moment), question, by);
}

/** The same from a roll-up; undefined if none tells apart all that matters. */
export async function readRolledUp(
  moment: Moment,
  { tenantId, resolved, span }: Counted,
  by: readonly CountKey[],
  boundsMs?: readonly number[],
): Promise<readonly CountRow[] | undefined> {
  const rollable = readRollable(resolved, span);
  const rollup = rollable && rollupOf(by, rollable.where);
  if (rollable === undefined || rollup === undefined) return undefined;
  const { fromMs, toMs } = rollable.span;
  if (fromMs >= toMs) return [];
  // Slots reach over the whole span: of one that is narrowed some would be cut.
  if (boundsMs !== undefined && !isSame(rollable.span, span)) return undefined;
  const bounds = boundsMs ?? [fromMs, toMs];
  const pieces = coverSlots(bounds, rollups[rollup].minutes);
  const question = { tenantId, ...(await moment.progress()), pieces, boundsMs: bounds };
  return await selectRollupCounts(moment.db, question, { rollup, by, where: rollable.where });
}

/** The roll-up that tells apart all that is asked for. */
function rollupOf(by: readonly CountKey[], where: CountCondition): "triage" | "rule" | undefined {
  const needed = [...by, ...Object.keys(where)];
  return (["triage", "rule"] as const).find((name) => {
    const keys: readonly string[] = rollups[name].keys;
    return needed.every((key) => keys.includes(key));
  });
}

/** Hosts, users or source addresses with the most detections. Those of a filter are counted where they lie. */
export async function readEntities(
  moment: Moment,
  counted: Counted,
  wanted: { readonly kind: EntityKind; readonly limit: number },
): Promise<readonly EntityCount[]> {
  const { tenantId, resolved, span } = counted;
  if (resolved.ruleIds?.length === 0) return [];
  const rollable = readRollable(resolved, span);
  if (rollable === undefined || !isUnconditional(rollable))
    return await selectLiveEntities(await planned(moment), { tenantId, predicate: predicateOf(counted) }, wanted);
  const { fromMs, toMs } = rollable.span;
  if (fromMs >= toMs) return [];
  const boundsMs = [fromMs, toMs];
  const pieces = coverSlots(boundsMs, entityMinutes[wanted.kind]);
  const question = { tenantId, ...(await moment.progress()), pieces, boundsMs };
  return await selectRollupEntities(moment.db, question, wanted);
}

const isUnconditional = ({ where }: RollableFilter): boolean => Object.keys(where).length === 0;

export async function readTriageTimes(moment: Moment, counted: Counted): Promise<TriageTimes> {
  const { tenantId, span } = counted;
  return await selectTriageTimes(await planned(moment), { tenantId, predicate: predicateOf(counted) }, span.fromMs);
}

/** What is counted where it lies may be any part of all that there is. */
async function planned({ db }: Moment): Promise<Queryable> {
  await planForValues(db);
  return db;
}

const isSame = (one: Span, other: Span): boolean => one.fromMs === other.fromMs && one.toMs === other.toMs;

function predicateOf({ resolved: { ruleIds, predicate }, span }: Counted): DetectionPredicate {
  const time = { kind: "time", from: new Date(span.fromMs), to: new Date(span.toMs) } as const;
  return { kind: "and", operands: [...(ruleIds ? [{ kind: "rule", ids: ruleIds } as const] : []), predicate, time] };
}
