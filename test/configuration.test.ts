import { expect, test } from "vitest";
import { readConfiguration } from "../src/configuration.ts";

const kept = (days: string, name = "DETECTQL_KEEP_EVENTS_DAYS"): unknown => {
  const read = readConfiguration({ [name]: days });
  return read.ok ? (read.configuration as Readonly<Record<string, unknown>>)[name] : read.mistakes;
};

test.each([
  { days: "", kept: 30, because: "an empty variable is one that is not set" },
  { days: "90", kept: 90, because: "a number is days" },
  { days: "2", kept: 2, because: "that is the least" },
  { days: "36500", kept: 36_500, because: "that is the most" },
  { days: "forever", kept: "forever", because: "nothing is dropped" },
  { days: "0", kept: "forever", because: "that is how others say it" },
])("events kept for '$days' days are kept for $kept: $because", ({ days, kept: expected }) => {
  expect(kept(days)).toBe(expected);
});

test.each(["1", "-1", "36501", "1.5", "30d", "never", "1e3"])("events cannot be kept for '%s' days", (days) => {
  expect(kept(days)).toEqual(["DETECTQL_KEEP_EVENTS_DAYS: write a number of days from 2 to 36500, or `forever`"]);
});

test.each(["1", "31", "forever"])("counts cannot be kept for '%s' days: no question reaches back further", (days) => {
  const name = "DETECTQL_KEEP_COUNTS_DAYS";
  expect((kept(days, name) as readonly string[])[0]).toBe(`${name}: write a number of days from 2 to 30`);
});

test("what is not set is kept as the documentation says", () => {
  expect(readConfiguration({})).toMatchObject({
    configuration: {
      DETECTQL_KEEP_EVENTS_DAYS: 30,
      DETECTQL_KEEP_DETECTIONS_DAYS: 365,
      DETECTQL_KEEP_AUDIT_DAYS: "forever",
      DETECTQL_KEEP_COUNTS_DAYS: 30,
    },
  });
});
