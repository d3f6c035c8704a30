import { bug, type Duration, parseDuration } from "../../std/index.ts";
import { clientError } from "../errors.ts";
import { limits } from "../limits.ts";

export const maxWithinDays = 31;
const dayMs = 86_400_000;

export const defaultWithin: Duration = parseDuration("PT24H") ?? bug("PT24H is a duration");

/** How far from a detection others are looked for, in milliseconds. */
export function readWithin({ text, months, ms }: Duration): number {
  if (months === 0 && ms >= 0 && ms <= maxWithinDays * dayMs) return ms;
  throw clientError("BAD_USER_INPUT", `within: ${text} is not between PT0S and P${maxWithinDays}D`);
}

export function readFirst(first: number): number {
  if (first >= 0 && first <= limits.related) return first;
  throw clientError("BAD_USER_INPUT", `first: ${first} is outside of 0 to ${limits.related}`);
}
