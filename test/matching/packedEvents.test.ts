import { expect, test } from "vitest";
import type { MatchedEvent } from "../../src/matching/index.ts";
import { packEvents, unpackEvents } from "../../src/matching/packedEvents.ts";

const bare: MatchedEvent = {
  classification: { categories: [] },
  code: undefined,
  timeMs: undefined,
  host: undefined,
  user: undefined,
  sourceAddress: undefined,
  matches: [],
};

const value = "a value that two rules show";

const full: MatchedEvent = {
  classification: {
    product: "windows",
    categories: ["process_creation", "窓"],
    service: "sysmon",
    otherServices: ["security"],
  },
  code: "4688",
  timeMs: -0.5,
  host: "",
  user: "CORP\\a",
  sourceAddress: "::1",
  matches: [
    {
      key: 2 ** 40,
      condition: 1,
      evidence: [
        { selection: "sel", field: "Image", value, pattern: "*a*" },
        { selection: "sel", value: "", pattern: "" },
        { selection: "filter", field: "User", pattern: "not x" },
      ],
    },
    { key: 0, condition: 0, evidence: [] },
    { key: 3, condition: 0, evidence: [{ selection: "sel", field: "Image", value, pattern: "*a*" }] },
  ],
};

test.each([
  { events: [], because: "a portion may be empty" },
  { events: [bare], because: "most of an event may be absent" },
  { events: [full, bare, full], because: "events follow one another" },
])("events arrive as they left: $because", ({ events }) => {
  expect(unpackEvents(packEvents(events))).toStrictEqual(events);
});

test("a text travels once, however often it is shown", () => {
  const { texts } = packEvents([full, full]);
  expect(texts.filter((text) => text === value)).toHaveLength(1);
  expect(new Set(texts).size).toBe(texts.length);
});
