import type { Zone } from "./zone.ts";

/** How long the slots of a histogram are; days, weeks (from Monday) and months are those of the calendar. */
export const intervals = ["PT1M", "PT5M", "PT15M", "PT1H", "PT6H", "P1D", "P1W", "P1M"] as const;
export type Interval = (typeof intervals)[number];

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** About how long; what the clocks are put back and forward does not count. */
const lengthMs: Readonly<Record<Interval, number>> = {
  PT1M: minuteMs,
  PT5M: 5 * minuteMs,
  PT15M: 15 * minuteMs,
  PT1H: 60 * minuteMs,
  PT6H: 360 * minuteMs,
  P1D: dayMs,
  P1W: 7 * dayMs,
  P1M: 30 * dayMs,
};

/** With so many slots a chart is full. */
const enough = 200;

/** A span of time, half open, in ms since 1970. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** The shortest interval that does not fill a chart. */
export const fittingInterval = (span: Span): Interval =>
  intervals.find((interval) => slotCount(span, interval) <= enough) ?? "P1M";

/** About how many slots a span has. */
export const slotCount = ({ fromMs, toMs }: Span, interval: Interval): number =>
  Math.ceil((toMs - fromMs) / lengthMs[interval]);

/** Where the slots of a span begin and end, rising: the first begins and the last ends with the span, the others by the zone's clocks. */
export function slotBounds({ fromMs, toMs }: Span, interval: Interval, zone: Zone): readonly number[] {
  const inner: number[] = [];
  for (const startMs of starts(fromMs, interval, zone)) {
    if (startMs >= toMs) break;
    if (startMs > fromMs) inner.push(startMs);
  }
  return [fromMs, ...inner, toMs];
}

/** Where slots begin, from the last one before an instant on, without an end. */
function* starts(fromMs: number, interval: Interval, zone: Zone): Generator<number> {
  const first = zone.dayOf(fromMs);
  const days = daysOf(interval);
  for (let count = 0; ; count += 1) {
    const day = days(first, count);
    const midnight = zone.midnight(day);
    yield midnight;
    if (interval.startsWith("PT"))
      yield* within(
        Math.max(midnight, stepBefore(fromMs, midnight, interval)),
        interval,
        zone.midnight({ ...day, day: day.day + 1 }),
      );
  }
}

type Day = ReturnType<Zone["dayOf"]>;

/** The nth day after the first on which a slot begins. */
function daysOf(interval: Interval): (first: Day, count: number) => Day {
  switch (interval) {
    case "P1M":
      return ({ year, month }, count) => ({ year, month: month + count, day: 1 });
    case "P1W":
      return (first, count) => ({ ...first, day: first.day - sinceMonday(first) + 7 * count });
    case "P1D":
    case "PT6H":
    case "PT1H":
    case "PT15M":
    case "PT5M":
    case "PT1M":
      return (first, count) => ({ ...first, day: first.day + count });
  }
}

const sinceMonday = ({ year, month, day }: Day): number => (new Date(Date.UTC(year, month, day)).getUTCDay() + 6) % 7;

/** Steps are counted from midnight, in time that passes: on a day of 25 hours the last is one more. */
function* within(startMs: number, interval: Interval, endMs: number): Generator<number> {
  for (let ms = startMs + lengthMs[interval]; ms < endMs; ms += lengthMs[interval]) yield ms;
}

const stepBefore = (atMs: number, midnight: number, interval: Interval): number =>
  midnight + Math.floor((atMs - midnight) / lengthMs[interval]) * lengthMs[interval];
