import type { Queryable } from "../queryable.ts";
import { storableText } from "./storableText.ts";
import { valuesLists } from "./values.ts";

/** How many events of a kind carried a field on one day. */
export interface EventKindFieldRow {
  readonly kind: string;
  readonly day: string;
  readonly field: string;
  /** 0: it was asked for, and no event had it. */
  readonly weight: number;
}

const casts = ["int", "text", "date", "text", "bigint"];

/** Adds to what is stored of these fields. Give the rows in the order of their keys: so no two writers block one another. */
export async function addEventKindFields(
  db: Queryable,
  tenantId: number,
  fields: readonly EventKindFieldRow[],
): Promise<void> {
  const rows = fields.map(({ kind, day, field, weight }) => [
    tenantId,
    storableText(kind),
    day,
    storableText(field),
    weight,
  ]);
  for (const { text, parameters } of valuesLists(rows, casts)) {
    await db.query(
      `insert into event_kind_field as stored (tenant_id, kind, day, field, weight) values ${text}
       on conflict (tenant_id, kind, day, field) do update set weight = stored.weight + excluded.weight`,
      [...parameters],
    );
  }
}
