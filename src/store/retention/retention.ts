/** For how many days rows are kept, by their arrival; undefined is forever. */
export interface Retention {
  /** Events, and with them their senders' ids. */
  readonly events: number | undefined;
  /** Detections, and with them what was done to them. */
  readonly detections: number | undefined;
  /** Counts of kinds of events and of their fields. */
  readonly counts: number | undefined;
  readonly audit: number | undefined;
}

const dayMs = 86_400_000;

/**
 * The first instant (midnight UTC) of the oldest day that is kept.
 *
 * @param days two or more: so the days that are made ahead of a clock that steps back are never dropped
 */
export function keptSinceMs(nowMs: number, days: number): number {
  return Math.floor((nowMs - days * dayMs) / dayMs) * dayMs;
}
