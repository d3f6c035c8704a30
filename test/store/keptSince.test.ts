import { expect, test } from "vitest";
import { keptSinceMs } from "../../src/store/retention/retention.ts";

test.each([
  {
    at: "2026-11-23T00:00:00.000Z",
    days: 2,
    since: "2026-11-21T00:00:00.000Z",
    because: "a day begins at midnight UTC",
  },
  { at: "2026-11-23T23:59:59.999Z", days: 2, since: "2026-11-21T00:00:00.000Z", because: "a day goes as a whole" },
  { at: "2026-11-23T12:00:00.000Z", days: 30, since: "2026-10-24T00:00:00.000Z", because: "months do not matter" },
])("at $at, $days days are kept since $since: $because", ({ at, days, since }) => {
  expect(new Date(keptSinceMs(Date.parse(at), days)).toISOString()).toBe(since);
});
