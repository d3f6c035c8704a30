import type { Queryable } from "../queryable.ts";
import { storableText } from "./storableText.ts";
import { valuesLists } from "./values.ts";

/** A row of `event`. */
export interface EventRow {
  readonly id: string;
  readonly tenantId: number;
  readonly time: Date;
  /** Where the time comes from, as a number of the caller's; null of events stored by versions that did not say it. */
  readonly timeOrigin: number | null;
  readonly product: string | null;
  readonly categories: readonly string[];
  readonly service: string | null;
  /** Services that it belongs to besides; null and empty are the same. */
  readonly otherServices: readonly string[] | null;
  readonly host: string | null;
  readonly user: string | null;
  readonly sourceAddress: string | null;
  readonly record: string;
}

const casts = [
  "uuid",
  "int",
  "timestamptz",
  "smallint",
  "text",
  "text[]",
  "text",
  "text[]",
  "text",
  "text",
  "text",
  "text",
];

export async function insertEvents(db: Queryable, events: readonly EventRow[]): Promise<void> {
  const rows = events.map((event) => [
    event.id,
    event.tenantId,
    event.time,
    event.timeOrigin,
    storableText(event.product),
    event.categories.map(storableText),
    storableText(event.service),
    event.otherServices?.map(storableText) ?? null,
    storableText(event.host),
    storableText(event.user),
    storableText(event.sourceAddress),
    event.record,
  ]);
  for (const { text, parameters } of valuesLists(rows, casts)) {
    await db.query(
      `insert into event (id, tenant_id, time, time_origin, product, categories, service, other_services, host, user_name, source_address, record)
       values ${text}`,
      [...parameters],
    );
  }
}
