import type { Queryable } from "../queryable.ts";
import { runKept } from "../runKept.ts";

/** How far a tenant's roll-ups have come, in the snapshot of the transaction. */
export interface RollupProgress {
  /** They hold detections up to this sequence, and none after. */
  readonly progress: bigint;
  /** The last sequence that was given out. */
  readonly newest: bigint;
  /** Nothing is newer or has changed: what is not in them need not be looked for. */
  readonly isCurrent: boolean;
}

export async function selectRollupProgress(db: Queryable, tenantId: number): Promise<RollupProgress> {
  const [row] = await runKept<RollupProgress>(
    db,
    `select coalesce(p.sequence, 0) as progress, s.last as newest,
       s.last <= coalesce(p.sequence, 0) and not exists (select from detection_change c where c.tenant_id = $1) as "isCurrent"
     from detection_sequence s left join rollup_progress p using (tenant_id) where s.tenant_id = $1`,
    [tenantId],
  );
  return row ?? { progress: 0n, newest: 0n, isCurrent: true };
}
