import { expect, test } from "vitest";
import { addDuration, parseDuration } from "../../src/std/index.ts";

const from = new Date("2026-03-31T12:00:00.000Z");

test.each([
  { text: "PT24H", then: "2026-04-01T12:00:00.000Z", because: "hours" },
  { text: "-PT24H", then: "2026-03-30T12:00:00.000Z", because: "a sign turns it back" },
  { text: "-P7D", then: "2026-03-24T12:00:00.000Z", because: "days" },
  { text: "+P2W", then: "2026-04-14T12:00:00.000Z", because: "weeks" },
  { text: "PT1H30M", then: "2026-03-31T13:30:00.000Z", because: "hours and minutes" },
  { text: "-PT0.25S", then: "2026-03-31T11:59:59.750Z", because: "a fraction of a second" },
  { text: "P1M", then: "2026-04-30T12:00:00.000Z", because: "April has no 31st" },
  { text: "-P1M", then: "2026-02-28T12:00:00.000Z", because: "nor has February" },
  { text: "-P1Y1M", then: "2025-02-28T12:00:00.000Z", because: "years are twelve months" },
  { text: "P1DT1M", then: "2026-04-01T12:01:00.000Z", because: "behind T an M is minutes" },
  { text: "PT0S", then: "2026-03-31T12:00:00.000Z", because: "nothing is a duration too" },
])("$text after $then: $because", ({ text, then }) => {
  const duration = parseDuration(text);
  expect(duration?.text).toBe(text);
  expect(duration && addDuration(from, duration).toISOString()).toBe(then);
});

test.each([
  { text: "P", because: "nothing is said" },
  { text: "PT", because: "a T announces hours, minutes or seconds" },
  { text: "P1DT", because: "behind the T there is nothing" },
  { text: "24h", because: "that is Sigma's form" },
  { text: "PT1.5H", because: "only seconds have fractions" },
  { text: "P1H", because: "hours stand behind a T" },
  { text: "-24", because: "there is no unit" },
])("$text is no duration: $because", ({ text }) => {
  expect(parseDuration(text)).toBeUndefined();
});

test("what lies beyond all dates is an invalid date", () => {
  const duration = parseDuration("P999999999999Y");
  expect(duration && addDuration(from, duration).getTime()).toBeNaN();
});
