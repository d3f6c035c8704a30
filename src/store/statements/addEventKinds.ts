import type { Queryable } from "../queryable.ts";
import { storableText } from "./storableText.ts";
import { valuesLists } from "./values.ts";

/** What came of one kind of events on one day. */
export interface EventKindRow {
  /** Tells kinds apart; empty for those beyond the limit, together. */
  readonly kind: string;
  /** `2026-11-25`, in UTC. */
  readonly day: string;
  readonly product: string | null;
  readonly categories: readonly string[];
  readonly service: string | null;
  readonly otherServices: readonly string[];
  readonly code: string | null;
  readonly events: number;
  readonly sampled: number;
  readonly weight: number;
  readonly omitted: number;
}

const casts = [
  "int",
  "text",
  "date",
  "text",
  "text[]",
  "text",
  "text[]",
  "text",
  "bigint",
  "bigint",
  "bigint",
  "bigint",
];

/** Adds to what is stored of these kinds and days. Give the rows in the order of their keys: so no two writers block one another. */
export async function addEventKinds(db: Queryable, tenantId: number, kinds: readonly EventKindRow[]): Promise<void> {
  const rows = kinds.map((row) => [
    tenantId,
    storableText(row.kind),
    row.day,
    storableText(row.product),
    row.categories.map(storableText),
    storableText(row.service),
    row.otherServices.map(storableText),
    storableText(row.code),
    ...[row.events, row.sampled, row.weight, row.omitted],
  ]);
  for (const { text, parameters } of valuesLists(rows, casts)) {
    await db.query(
      `insert into event_kind_day as stored
         (tenant_id, kind, day, product, categories, service, other_services, code, events, sampled, weight, omitted)
       values ${text}
       on conflict (tenant_id, kind, day) do update set
         events = stored.events + excluded.events, sampled = stored.sampled + excluded.sampled,
         weight = stored.weight + excluded.weight, omitted = stored.omitted + excluded.omitted`,
      [...parameters],
    );
  }
}
