import type { EventKind, FieldTally } from "../../event/index.ts";

/** What is known of the events of one kind: how many came, and which fields they carry. */
export interface KindPresence {
  readonly kind: EventKind;
  readonly events: number;
  /** Events whose fields were looked at. */
  readonly sampled: number;
  /** How many events those stand for: shares are parts of it. */
  readonly weight: number;
  /** 0: it was asked for, and no event had it. */
  readonly fields: ReadonlyMap<string, number>;
  /** Occurrences of fields that were not counted. */
  readonly omitted: number;
}

/** What came in some time. */
export interface Presence {
  readonly kinds: readonly KindPresence[];
  /** Events of kinds beyond the limit. */
  readonly otherEvents: number;
}

export const presenceOf = ({ kinds, otherEvents }: FieldTally): Presence => ({
  kinds: [...kinds.values()],
  otherEvents,
});

/** The share of a kind's events that carry a field, 0 to 1; undefined if nobody has looked for it. */
export function shareOf({ fields, weight }: KindPresence, field: string): number | undefined {
  const carried = fields.get(field);
  return carried === undefined || weight === 0 ? undefined : carried / weight;
}
