import { remember } from "../../std/index.ts";

/** A day of a calendar, without a zone. */
export interface CalendarDay {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly day: number;
}

/** What a zone's clocks show. */
export interface Zone {
  /** The day that it is there. */
  readonly dayOf: (ms: number) => CalendarDay;
  /** The first instant of a day there, in ms since 1970. Days that overflow their month belong to the next. */
  readonly midnight: (day: CalendarDay) => number;
}

/** Coordinated Universal Time. Most figures are by it, and its clocks need no database. */
export const utc: Zone = zoneOf((ms) => ms);

/** Reads the name of a zone of the IANA database, such as `Europe/Berlin`, or an offset such as `+05:30`; undefined if it is none. */
export function readZone(name: string): Zone | undefined {
  if (name === "UTC") return utc;
  const format = formatOf(name);
  return format && zoneOf((ms) => localMs(format, ms));
}

/** @param local what the clocks there show, as if it were UTC */
function zoneOf(local: (ms: number) => number): Zone {
  return {
    dayOf: (ms) => {
      const there = new Date(local(ms));
      return { year: there.getUTCFullYear(), month: there.getUTCMonth(), day: there.getUTCDate() };
    },
    midnight: ({ year, month, day }) => {
      const wanted = Date.UTC(year, month, day);
      // The offsets around: where clocks are put forward at midnight, the day begins at what was an hour before.
      const offsets = [-dayMs, 0, dayMs].map((away) => local(wanted + away) - (wanted + away));
      const candidates = offsets.map((offset) => wanted - offset).filter((ms) => local(ms) >= wanted);
      return Math.min(...candidates);
    },
  };
}

const dayMs = 86_400_000;

/** To make one takes longer than to use it; an office has few zones. */
const formatOf = remember((timeZone): Intl.DateTimeFormat | undefined => {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...allFields });
  } catch {
    return undefined;
  }
}, 50);

const allFields = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const;

/** What the clocks there show, as if it were UTC. */
function localMs(format: Intl.DateTimeFormat, ms: number): number {
  const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type) ?? 0);
  const local = Date.UTC(
    number("year"),
    number("month") - 1,
    number("day"),
    number("hour"),
    number("minute"),
    number("second"),
  );
  return local + (((ms % 1_000) + 1_000) % 1_000);
}
