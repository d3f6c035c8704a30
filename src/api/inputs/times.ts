import { addDuration, type Duration } from "../../std/index.ts";
import { clientError } from "../errors.ts";

/** A time as a client says it: an instant, or so far from now. */
export type GivenTime = Date | Duration;

export interface GivenSpan {
  readonly gte?: GivenTime;
  readonly lt?: GivenTime;
}

/** A span of time in instants; what is relative is taken from the time of the request. */
export const readSpan = ({ gte, lt }: GivenSpan, now: Date) => ({
  ...(gte && { gte: readTime(gte, now) }),
  ...(lt && { lt: readTime(lt, now) }),
});

function readTime(time: GivenTime, now: Date): Date {
  const instant = time instanceof Date ? time : addDuration(now, time);
  const year = instant.getUTCFullYear();
  if (year >= 1 && year <= 9999) return instant;
  const said = time instanceof Date ? time.toISOString() : time.text;
  throw clientError("BAD_USER_INPUT", `${JSON.stringify(said)} lies outside of the years 1 to 9999`);
}
