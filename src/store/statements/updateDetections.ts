import type { Queryable } from "../queryable.ts";

export interface DetectionChange {
  readonly id: string;
  /** The version that the change was decided on; a row that has moved on is left alone. */
  readonly version: number;
  readonly status: number;
  readonly disposition: number;
}

/** Applies the changes whose version is still current and returns their ids. */
export async function updateDetections(
  db: Queryable,
  tenantId: number,
  changes: readonly DetectionChange[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ id: string }>(
    `update detection d set status = c.status, disposition = c.disposition, version = d.version + 1, updated_at = $3
     from json_to_recordset($2::json) c (id uuid, version int, status smallint, disposition smallint)
     where d.tenant_id = $1 and d.id = c.id and d.version = c.version
     returning d.id`,
    [tenantId, JSON.stringify(changes), now],
  );
  return new Set(rows.map(({ id }) => id));
}
