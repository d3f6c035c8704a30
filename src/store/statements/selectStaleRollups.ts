import type { Queryable } from "../queryable.ts";

/** A tenant with detections or changes that are not in its roll-ups yet. */
export interface StaleRollup {
  readonly tenantId: number;
  /** The last sequence that was given out. */
  readonly last: bigint;
}

export async function selectStaleRollups(db: Queryable): Promise<StaleRollup[]> {
  const { rows } = await db.query<StaleRollup>(
    `select s.tenant_id as "tenantId", s.last from detection_sequence s left join rollup_progress p using (tenant_id)
     where s.last > coalesce(p.sequence, 0)
       or exists (select from detection_change c where c.tenant_id = s.tenant_id and c.sequence <= p.sequence)`,
  );
  return rows;
}
