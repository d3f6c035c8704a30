import type { Queryable } from "../queryable.ts";
import { valuesLists } from "./values.ts";

export interface ActivityRow {
  readonly id: string;
  readonly detectionId: string;
  readonly at: Date;
  readonly actor: string;
  /** One of the caller's words. */
  readonly kind: string;
  readonly old: string | null;
  readonly new: string | null;
}

const casts = ["uuid", "int", "uuid", "timestamptz", "text", "text", "text", "text"];

export async function insertActivities(
  db: Queryable,
  tenantId: number,
  activities: readonly ActivityRow[],
): Promise<void> {
  const rows = activities.map((a) => [a.id, tenantId, a.detectionId, a.at, a.actor, a.kind, a.old, a.new]);
  for (const { text, parameters } of valuesLists(rows, casts)) {
    await db.query(
      `insert into detection_activity (id, tenant_id, detection_id, at, actor, kind, old, new) values ${text}`,
      [...parameters],
    );
  }
}
