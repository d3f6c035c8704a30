import type { Queryable } from "../queryable.ts";
import { takeSequence } from "./takeSequence.ts";

/** Which detections get which severity. */
export interface SeverityChange {
  readonly tenantId: number;
  readonly ids: readonly string[];
  readonly severity: number;
}

/**
 * Sets the severity of detections.
 *
 * Call it last in the transaction, with the rows locked: each change gets its place in the tenant's sequence, and the lock of
 * that is held until the transaction ends.
 */
export async function updateSeverities(
  db: Queryable,
  { tenantId, ids, severity }: SeverityChange,
  now: Date,
): Promise<void> {
  const first = await takeSequence(db, tenantId, ids.length);
  await db.query(
    `update detection d set severity = $3, last_change = $4::bigint + c.place - 1, version = d.version + 1, updated_at = $5
     from unnest($2::uuid[]) with ordinality c (id, place)
     where d.tenant_id = $1 and d.id = c.id`,
    [tenantId, ids, severity, String(first), now],
  );
}
