import {
  countDetections as countRows,
  type Database,
  type DetectionPredicate,
  inTransaction,
  isCancelled,
  oldestDetection,
  planForValues,
} from "../store/index.ts";
import type { DetectionQuery } from "./listDetections.ts";
import { type ResolvedFilter, resolveFilter } from "./resolveFilter.ts";
import { allTime, readRolledUp } from "./stats/counts.ts";
import { createSnapshot } from "./stats/snapshot.ts";
import { windows } from "./windows.ts";

/** How many there are. */
export interface Count {
  readonly value: number;
  /** False: there are `value` at least. */
  readonly isExact: boolean;
}

/** So long may one window be counted, in milliseconds: a list must not wait for its count. */
const patienceMs = 1_000;

/**
 * Counts detections: exactly where roll-ups tell apart what the filter says (rules, severity, status, disposition, time), else by walking
 * through them from the oldest on, up to `atMost`, and no longer than a moment.
 */
export async function countDetections(
  database: Database,
  query: DetectionQuery,
  atMost: number,
  now: Date,
): Promise<Count> {
  const { tenantId } = query;
  const resolved = resolveFilter(query.filter, query.book, query.includeTests);
  if (resolved.ruleIds?.length === 0) return { value: 0, isExact: true };
  const counted = { tenantId, resolved, span: allTime };
  const rows = await createSnapshot(database, tenantId)((moment) => readRolledUp(moment, counted, []));
  if (rows !== undefined) return { value: rows.reduce((sum, { count }) => sum + count, 0), isExact: true };
  return await countByWalking(database, tenantId, { resolved, atMost, now });
}

interface Walk {
  readonly resolved: ResolvedFilter;
  readonly atMost: number;
  readonly now: Date;
}

async function countByWalking({ reads }: Database, tenantId: number, { resolved, atMost, now }: Walk): Promise<Count> {
  const predicate = predicateOf(resolved);
  let value = 0;
  try {
    await inTransaction(reads, async (db) => {
      await planForValues(db);
      await db.query(`set local statement_timeout = ${patienceMs}`);
      const oldest = await oldestDetection(db);
      // Upward: the last window has no upper end.
      for (const window of windows({ limit: 0, backward: true }, { now, oldest })) {
        value += await countRows(db, { tenantId, ...window, predicate, limit: atMost + 1 - value });
        if (value > atMost) break;
      }
    });
  } catch (error) {
    if (!isCancelled(error)) throw error;
    return { value, isExact: false };
  }
  return value > atMost ? { value: atMost, isExact: false } : { value, isExact: true };
}

const predicateOf = ({ ruleIds, predicate }: ResolvedFilter): DetectionPredicate => ({
  kind: "and",
  operands: [...(ruleIds ? [{ kind: "rule", ids: ruleIds } as const] : []), predicate],
});
