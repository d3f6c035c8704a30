import { expect, test } from "vitest";
import { fittingInterval, type Interval, slotBounds } from "../../../src/detection/stats/slots.ts";
import { readZone, type Zone } from "../../../src/detection/stats/zone.ts";

const zone = (name: string): Zone => {
  const found = readZone(name);
  if (found === undefined) throw new Error(name);
  return found;
};
const span = (from: string, to: string) => ({ fromMs: Date.parse(from), toMs: Date.parse(to) });

test.each<{ name: string; interval: Interval; from: string; to: string; bounds: readonly string[]; because: string }>([
  {
    name: "UTC",
    interval: "PT1H",
    from: "2026-11-20T10:20Z",
    to: "2026-11-20T12:05Z",
    bounds: ["2026-11-20T10:20", "2026-11-20T11:00", "2026-11-20T12:00", "2026-11-20T12:05"],
    because: "the ends are the span's",
  },
  {
    name: "UTC",
    interval: "PT1H",
    from: "2026-11-20T10:00Z",
    to: "2026-11-20T11:00Z",
    bounds: ["2026-11-20T10:00", "2026-11-20T11:00"],
    because: "no slot is empty",
  },
  {
    name: "Europe/Berlin",
    interval: "P1D",
    from: "2026-10-24T12:00Z",
    to: "2026-10-27T00:00Z",
    bounds: ["2026-10-24T12:00", "2026-10-24T22:00", "2026-10-25T23:00", "2026-10-26T23:00", "2026-10-27T00:00"],
    because: "the day on which clocks are put back has 25 hours",
  },
  {
    name: "Europe/Berlin",
    interval: "PT6H",
    from: "2026-03-28T23:00Z",
    to: "2026-03-29T22:00Z",
    bounds: ["2026-03-28T23:00", "2026-03-29T05:00", "2026-03-29T11:00", "2026-03-29T17:00", "2026-03-29T22:00"],
    because: "the last quarter of a day of 23 hours has five",
  },
  {
    name: "Asia/Kolkata",
    interval: "P1D",
    from: "2026-11-20T00:00Z",
    to: "2026-11-21T18:30Z",
    bounds: ["2026-11-20T00:00", "2026-11-20T18:30", "2026-11-21T18:30"],
    because: "days begin at half past",
  },
  {
    name: "UTC",
    interval: "P1W",
    from: "2026-11-18T00:00Z",
    to: "2026-12-01T00:00Z",
    bounds: ["2026-11-18T00:00", "2026-11-23T00:00", "2026-11-30T00:00", "2026-12-01T00:00"],
    because: "weeks begin on Monday",
  },
  {
    name: "America/New_York",
    interval: "P1M",
    from: "2026-09-15T00:00Z",
    to: "2026-11-02T00:00Z",
    bounds: ["2026-09-15T00:00", "2026-10-01T04:00", "2026-11-01T04:00", "2026-11-02T00:00"],
    because: "months begin on the first",
  },
  {
    name: "Africa/Cairo",
    interval: "P1D",
    from: "2026-04-23T00:00Z",
    to: "2026-04-25T00:00Z",
    bounds: ["2026-04-23T00:00", "2026-04-23T22:00", "2026-04-24T21:00", "2026-04-25T00:00"],
    because: "a day whose midnight is skipped begins at one",
  },
])("$interval in $name from $from: $because", ({ name, interval, from, to, bounds }) => {
  const found = slotBounds(span(from, to), interval, zone(name));
  expect(found.map((ms) => new Date(ms).toISOString().slice(0, 16))).toEqual(bounds);
});

test.each([
  { hours: 1, interval: "PT1M" },
  { hours: 24, interval: "PT15M" },
  { hours: 7 * 24, interval: "PT1H" },
  { hours: 30 * 24, interval: "PT6H" },
  { hours: 90 * 24, interval: "P1D" },
  { hours: 3 * 366 * 24, interval: "P1W" },
])("slots of $interval fit a chart of $hours hours", ({ hours, interval }) => {
  expect(fittingInterval({ fromMs: 0, toMs: hours * 3_600_000 })).toBe(interval);
});

test.each(["Middle/Earth", "", "UTC+25"])("%j is no zone", (name) => {
  expect(readZone(name)).toBeUndefined();
});
