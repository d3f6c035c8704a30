import { keptDays } from "../../rules/index.ts";
import { clientError } from "../errors.ts";

export const defaultDays = 7;

export const daysDescription = `The last so many days (UTC, by arrival), today included, at most ${keptDays}.`;

/** How far back counts of events are asked for. */
export function readDays(days: number | null | undefined): number {
  const wanted = days ?? defaultDays;
  if (wanted >= 1 && wanted <= keptDays) return wanted;
  throw clientError("BAD_USER_INPUT", `days: ${wanted} is outside of 1 to ${keptDays}`);
}

const dayMs = 86_400_000;

/** When the first of so many days began (UTC), today being the last. */
export function beginningOf(days: number, now: Date): Date {
  const today = now.getTime() - (now.getTime() % dayMs);
  return new Date(today - (days - 1) * dayMs);
}
