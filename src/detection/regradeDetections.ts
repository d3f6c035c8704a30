import { type Actor, recordAudit } from "../access/index.ts";
import { type RuleEntry, severityAt, severityRank } from "../rules/index.ts";
import {
  type Database,
  inTransaction,
  insertActivities,
  newUuid,
  lockRegradable,
  type RegradableRow,
  updateSeverities,
} from "../store/index.ts";

/** Open detections that one request regrades at most, and those of one transaction. */
export const regradeLimits = { detections: 50_000, batch: 1_000 } as const;

export interface Regrading {
  /** How many open detections got the severity that their rule has now. */
  readonly regraded: number;
  /** False: there may be more than one request takes; the same request again goes on. */
  readonly isComplete: boolean;
}

/**
 * Gives the open detections of rules the severity that counts now, each with an activity that says who did it. In batches, each
 * a transaction: what is triaged meanwhile waits for a batch, not for all.
 */
export async function regradeDetections(
  { pool, prisma }: Database,
  actor: Actor,
  rules: readonly Pick<RuleEntry, "id" | "identity" | "severity">[],
  now: Date,
): Promise<Regrading> {
  let left: number = regradeLimits.detections;
  for (const { id: ruleId, identity, severity } of rules) {
    const before = left;
    for (let isMore = true; isMore && left > 0;) {
      const limit = Math.min(left, regradeLimits.batch);
      const wanted = { tenantId: actor.tenantId, ruleId, severity: severityRank(severity), limit };
      const found = await inTransaction(pool, async (db) => {
        const rows = await lockRegradable(db, wanted);
        if (rows.length === 0) return 0;
        await insertActivities(db, actor.tenantId, rows.map(activityOf(actor, severity, now)));
        await updateSeverities(db, { ...wanted, ids: rows.map(({ id }) => id) }, now);
        return rows.length;
      });
      left -= found;
      isMore = found === limit;
    }
    if (left < before) {
      const entry = { action: "rule.regrade", subject: identity, new: { severity, detections: before - left } };
      await recordAudit(prisma, actor, now, [entry]);
    }
  }
  return { regraded: regradeLimits.detections - left, isComplete: left > 0 };
}

const activityOf =
  ({ name }: Actor, severity: RuleEntry["severity"], at: Date) =>
  ({ id, severity: before }: RegradableRow) => ({
    id: newUuid(at.getTime()),
    detectionId: id,
    at,
    actor: name,
    kind: "SEVERITY" as const,
    old: severityAt(before).toUpperCase(),
    new: severity.toUpperCase(),
  });
