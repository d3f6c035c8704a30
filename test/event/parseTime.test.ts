import { expect, test } from "vitest";
import { parseTime } from "../../src/event/index.ts";

test.each([
  { value: "2026-03-02T09:14:07.482913Z", iso: "2026-03-02T09:14:07.482Z", because: "finer than milliseconds is cut" },
  { value: "2026-03-02 09:14:07.4", iso: "2026-03-02T09:14:07.400Z", because: "without a zone it is UTC" },
  { value: "2026-03-02T09:14:07,5Z", iso: "2026-03-02T09:14:07.500Z", because: "ISO allows a comma" },
  { value: "2026-03-02T09:14Z", iso: "2026-03-02T09:14:00.000Z", because: "seconds may be absent" },
  { value: "2026-03-02", iso: "2026-03-02T00:00:00.000Z", because: "so may the time" },
  { value: "2026-03-02T09:14:07+05:30", iso: "2026-03-02T03:44:07.000Z", because: "east is earlier" },
  { value: "2026-03-02T09:14:07-0800", iso: "2026-03-02T17:14:07.000Z", because: "offsets need no colon" },
  { value: "2026-03-02T23:30:00-01", iso: "2026-03-03T00:30:00.000Z", because: "nor minutes" },
  { value: "2026-03-02 09:14:07.482913 UTC", iso: "2026-03-02T09:14:07.482Z", because: "older evtx_dump writes so" },
  { value: "2024-02-29T00:00:00Z", iso: "2024-02-29T00:00:00.000Z", because: "2024 is a leap year" },
  { value: "0001-01-01T00:00:00Z", iso: "0001-01-01T00:00:00.000Z", because: "years below 100 are themselves" },
  { value: "/Date(1772443081500)/", iso: "2026-03-02T09:18:01.500Z", because: ".NET writes so" },
  { value: 1_772_443_081, iso: "2026-03-02T09:18:01.000Z", because: "seconds" },
  { value: 1_772_443_081.123, iso: "2026-03-02T09:18:01.123Z", because: "seconds with a fraction" },
  { value: 1_772_443_081_123, iso: "2026-03-02T09:18:01.123Z", because: "milliseconds" },
  { value: "1772443081123456", iso: "2026-03-02T09:18:01.123Z", because: "microseconds, as text" },
  {
    value: "1772443081123456789",
    iso: "2026-03-02T09:18:01.123Z",
    because: "nanoseconds are more than a number holds",
  },
  { value: "1772443081.5", iso: "2026-03-02T09:18:01.500Z", because: "a fraction, as text" },
])("$value is $iso: $because", ({ value, iso }) => {
  expect(new Date(parseTime(value) ?? NaN).toISOString()).toBe(iso);
});

test.each([
  { value: "2026-02-30T00:00:00Z", because: "February has no 30th" },
  { value: "2026-13-01T00:00:00Z", because: "there are twelve months" },
  { value: "2026-03-02T24:00:00Z", because: "hours end at 23" },
  { value: "02.03.2026 09:14", because: "this may mean two days" },
  { value: "Mon, 02 Mar 2026 09:14:07 GMT", because: "this is no ISO 8601" },
  { value: "", because: "there is nothing" },
  { value: "12345678901234567890123", because: "this is no time of ours" },
  { value: -1, because: "before 1970 numbers are rather mistakes" },
  { value: NaN, because: "this is no number" },
  { value: null, because: "null says nothing" },
  { value: true, because: "a claim is no time" },
])("$value is no time: $because", ({ value }) => {
  expect(parseTime(value)).toBeUndefined();
});

// Common forms are read in a quicker way: it must not tell another time, or take what the other refuses.
test.each([
  "2026-03-02",
  "1999-12-31",
  "1970-01-01",
  "1969-12-31",
  "2024-02-29",
  "2023-02-29",
  "2026-04-31",
  "0024-01-05",
])("the quick way and the long way agree on %s", (date) => {
  for (const time of ["09:14:07", "23:59:59", "24:00:00", "09:60:00", "09:14:60", "9:14:070"]) {
    for (const end of ["", ".4", ".482", ".482913", ".482913123456", ".48291312345678", ".4a2", ".", "Z", ".482Z"]) {
      const text = `${date}T${time}${end}`;
      const otherwise = `${date} ${time}${end.replace(".", ",")}`.replace(/Z?$/, " UTC");
      expect({ text, ms: parseTime(text) }).toEqual({ text, ms: parseTime(otherwise) });
    }
  }
});
