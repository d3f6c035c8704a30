import type { Queryable } from "../queryable.ts";
import { takeSequence } from "./takeSequence.ts";

export interface DetectionChange {
  readonly id: string;
  /** The version that the change was decided on; a row that has moved on is left alone. */
  readonly version: number;
  readonly status: number;
  readonly disposition: number;
  readonly assignee: string | null;
  readonly reason: string | null;
}

/**
 * Applies the changes whose version is still current and returns their ids.
 *
 * Call it last in the transaction, with the rows locked: each change gets its place in the tenant's sequence, and the lock of
 * that is held until the transaction ends.
 */
export async function updateDetections(
  db: Queryable,
  tenantId: number,
  changes: readonly DetectionChange[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const first = await takeSequence(db, tenantId, changes.length);
  const numbered = changes.map((change, place) => ({ ...change, number: String(first + BigInt(place)) }));
  const { rows } = await db.query<{ id: string }>(
    `update detection d set status = c.status, disposition = c.disposition, assignee = c.assignee, reason = c.reason,
       last_change = c.number, version = d.version + 1, updated_at = $3
     from json_to_recordset($2::json)
       c (id uuid, version int, status smallint, disposition smallint, assignee text, reason text, number bigint)
     where d.tenant_id = $1 and d.id = c.id and d.version = c.version
     returning d.id`,
    [tenantId, JSON.stringify(numbered), now],
  );
  return new Set(rows.map(({ id }) => id));
}
