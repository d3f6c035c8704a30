import { parseTime } from "../../event/index.ts";
import type { Pattern, TimePart } from "../../sigma/index.ts";
import { orders } from "./comparison.ts";
import type { ValueMatcher } from "./matcher.ts";

type TimePattern = Extract<Pattern, { kind: "timePart" }>;

/** A part of a time, in UTC, whatever the form of the time is (see `parseTime`). What is no time has no parts. */
export function matchTimePart({ part, operator, number }: TimePattern): ValueMatcher {
  const [holds, take] = [orders[operator], parts[part]];
  return ({ scalar }) => {
    const timeMs = parseTime(scalar);
    return timeMs !== undefined && holds(take(new Date(timeMs)) - number);
  };
}

const parts: Readonly<Record<TimePart, (time: Date) => number>> = {
  minute: (time) => time.getUTCMinutes(),
  hour: (time) => time.getUTCHours(),
  day: (time) => time.getUTCDate(),
  week: weekOf,
  month: (time) => time.getUTCMonth() + 1,
  year: (time) => time.getUTCFullYear(),
};

/** The week belongs to the year of its Thursday (ISO 8601). */
function weekOf(time: Date): number {
  const thursday = new Date(time);
  const sinceMonday = (time.getUTCDay() + 6) % 7;
  thursday.setUTCDate(time.getUTCDate() - sinceMonday + 3);
  const newYear = new Date(thursday);
  newYear.setUTCMonth(0, 1);
  return 1 + Math.floor((thursday.getTime() - newYear.getTime()) / weekMs);
}

const weekMs = 7 * 24 * 3_600_000;
