import { type Classification, type Event, normalise, readObject } from "../event/index.ts";
import { bug } from "../std/index.ts";
import { type Database, type EventRow, selectEvents } from "../store/index.ts";

/** An event as it is stored. */
export type StoredEvent = EventRow;

/** The tenant's events among `ids`, in no order. */
export async function findEvents({ pool }: Database, tenantId: number, ids: readonly string[]): Promise<StoredEvent[]> {
  return await selectEvents(pool, tenantId, ids);
}

/** Its record was within the limits when it was taken; they may have become narrower. */
const noLimits = { textBytes: Infinity, leaves: Infinity, depth: Infinity, pathLength: Infinity };

/** A stored event as rules see it: its fields as records are read now, and what it was taken for when it came. */
export function readStoredEvent({ record, product, categories, service, otherServices }: StoredEvent): Event {
  const reading = readObject(record, noLimits, { line: 1, column: 1 });
  if (reading.kind === "refused") return bug(`a stored record cannot be read: ${reading.message}`);
  const classification = {
    ...(product !== null && { product }),
    categories,
    ...(service !== null && { service }),
    ...(otherServices !== null && { otherServices }),
  };
  return classifiedAs(normalise(reading.record), classification);
}

const classifiedAs = (event: Event, classification: Classification): Event => ({
  classification,
  field: (name) => event.field(name),
  names: () => event.names(),
  ownNames: () => event.ownNames(),
  eachValue: (visit) => event.eachValue(visit),
  isParent: (name) => event.isParent(name),
  code: event.code,
  timeMs: event.timeMs,
  host: event.host,
  user: event.user,
  sourceAddress: event.sourceAddress,
});
