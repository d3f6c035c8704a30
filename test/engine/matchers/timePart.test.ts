import { expect, test } from "vitest";
import type { TimePart } from "../../../src/sigma/index.ts";
import type { Scalar } from "../../../src/std/index.ts";
import { matchesField } from "./matchesField.ts";

const parts = ["minute", "hour", "day", "week", "month", "year"] as const;

function partOf(part: TimePart, value: Scalar): number | undefined {
  const last = part === "year" ? 9999 : 59;
  for (let number = 0; number <= last; number++) {
    if (matchesField({ kind: "timePart", part, operator: "equals", number }, value)) return number;
  }
  return undefined;
}

test.each([
  { value: "2024-01-01T23:45:06Z", is: [45, 23, 1, 1, 1, 2024], because: "it is ISO 8601" },
  { value: "2024-01-01 23:45:06", is: [45, 23, 1, 1, 1, 2024], because: "a space and no zone is UTC" },
  { value: "2024-01-01T23:45:06.123456789Z", is: [45, 23, 1, 1, 1, 2024], because: "a fraction of any length" },
  { value: "2024-01-01 23:45:06.5", is: [45, 23, 1, 1, 1, 2024], because: "also behind a space" },
  { value: "2024-01-01T23:45:06-05:30", is: [15, 5, 2, 1, 1, 2024], because: "an offset is taken off" },
  { value: "2024-01-01T23:45", is: [45, 23, 1, 1, 1, 2024], because: "seconds may be missing" },
  { value: "2023-12-31", is: [0, 0, 31, 52, 12, 2023], because: "a date alone is its midnight" },
  { value: 1_704_152_706, is: [45, 23, 1, 1, 1, 2024], because: "seconds since 1970" },
  { value: 1_704_152_706_000, is: [45, 23, 1, 1, 1, 2024], because: "milliseconds" },
  { value: "1704152706000000", is: [45, 23, 1, 1, 1, 2024], because: "microseconds, as text" },
  { value: "1704152706000000000", is: [45, 23, 1, 1, 1, 2024], because: "nanoseconds" },
  {
    value: "2021-01-03T00:00:00Z",
    is: [0, 0, 3, 53, 1, 2021],
    because: "a Sunday ends a week, that of the year before",
  },
  { value: "2021-01-04T00:00:00Z", is: [0, 0, 4, 1, 1, 2021], because: "a Monday begins one" },
  { value: "2018-12-31T00:00:00Z", is: [0, 0, 31, 1, 12, 2018], because: "it may begin the next year's first" },
  { value: "2020-02-29T00:00:00Z", is: [0, 0, 29, 9, 2, 2020], because: "leap years have a day more" },
  { value: "yesterday", is: [], because: "this is no time" },
  { value: "2024-02-30", is: [], because: "nor is a day that there is not" },
  { value: "", is: [], because: "nor is nothing" },
  { value: true, is: [], because: "nor a boolean" },
  { value: null, is: [], because: "nor null" },
])("the parts of $value are $is: $because", ({ value, is }) => {
  expect(parts.flatMap((part) => partOf(part, value) ?? [])).toEqual(is);
});

test.each([
  { operator: "lt", hours: [8] },
  { operator: "lte", hours: [8, 9] },
  { operator: "gt", hours: [10] },
  { operator: "gte", hours: [9, 10] },
] as const)("hours $operator 9 are $hours", ({ operator, hours }) => {
  const time = (hour: number): string => `2024-01-01T${String(hour).padStart(2, "0")}:59:59Z`;
  const found = [8, 9, 10].filter((hour) =>
    matchesField({ kind: "timePart", part: "hour", operator, number: 9 }, time(hour)),
  );
  expect(found).toEqual(hours);
});

test("any member of a list may be the time; an absent field has none", () => {
  const hour = { kind: "timePart", part: "hour", operator: "gte", number: 0 } as const;
  expect(matchesField(hour, ["x", "2024-01-01T09:00:00Z"])).toBe(true);
  expect(matchesField(hour, undefined)).toBe(false);
});
