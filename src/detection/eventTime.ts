import { maxFutureMs } from "../store/index.ts";

/** Where an event's time comes from; stored as its place in this list. */
export const timeOrigins = ["RECORD", "SENDER", "ARRIVAL_ABSENT", "ARRIVAL_AHEAD"] as const;
export type TimeOrigin = (typeof timeOrigins)[number];

/** What is said of when an event happened, in milliseconds since 1970. */
export interface SaidTimes {
  /** The sender's word, beside the record. */
  readonly senderMs: number | undefined;
  readonly recordMs: number | undefined;
}

/**
 * When an event happened: the sender's word, else the record's, else its arrival. A time more than an hour ahead is not believed:
 * its clock is wrong, and such an event would stand before all others for as long. One that lies back may be a replay.
 */
export function eventTime(
  { senderMs, recordMs }: SaidTimes,
  now: Date,
): { readonly time: Date; readonly origin: TimeOrigin } {
  const latest = now.getTime() + maxFutureMs;
  if (senderMs !== undefined && senderMs <= latest) return { time: new Date(senderMs), origin: "SENDER" };
  if (recordMs !== undefined && recordMs <= latest) return { time: new Date(recordMs), origin: "RECORD" };
  const isAbsent = senderMs === undefined && recordMs === undefined;
  return { time: now, origin: isAbsent ? "ARRIVAL_ABSENT" : "ARRIVAL_AHEAD" };
}
