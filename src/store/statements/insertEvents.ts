import { column } from "../copy/copyMessages.ts";
import { copyRows } from "../copy/copyRows.ts";
import { int, json, smallint, text, textArray, timestamptz, uuid } from "../copy/fields.ts";
import type { Queryable } from "../queryable.ts";

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

const columns = [
  column("id", uuid, (event: EventRow) => event.id),
  column("tenant_id", int, (event: EventRow) => event.tenantId),
  column("time", timestamptz, (event: EventRow) => event.time),
  column("time_origin", smallint, (event: EventRow) => event.timeOrigin),
  column("product", text, (event: EventRow) => event.product),
  column("categories", textArray, (event: EventRow) => event.categories),
  column("service", text, (event: EventRow) => event.service),
  column("other_services", textArray, (event: EventRow) => event.otherServices),
  column("host", text, (event: EventRow) => event.host),
  column("user_name", text, (event: EventRow) => event.user),
  column("source_address", text, (event: EventRow) => event.sourceAddress),
  column("record", json, (event: EventRow) => event.record),
];

export async function insertEvents(db: Queryable, events: readonly EventRow[]): Promise<void> {
  if (events.length > 0) await copyRows(db, "event", events, columns);
}
