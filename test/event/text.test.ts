import { expect, test } from "vitest";
import { type JsonObject, normalise } from "../../src/event/index.ts";
import type { Scalar } from "../../src/std/index.ts";

const withText = (record: JsonObject) => normalise(record, undefined, JSON.stringify(record));

test.each([
  { record: { Channel: "Security", EventID: 4624 }, has: true, because: "fields are read where they stand" },
  {
    record: { Event: { System: { EventID: 1, Channel: "Security" }, EventData: { A: "b" } } },
    has: true,
    because: "so are those of an event as evtx tools print it",
  },
  {
    record: { message: '{"Channel":"Security","EventID":4624}' },
    has: false,
    because: "in a record that another one carries quotes are escaped twice",
  },
])("an event of $record knows its text: $has, as $because", ({ record, has }) => {
  expect(withText(record).text).toBe(has ? JSON.stringify(record) : undefined);
});

test.each([
  {
    record: { Channel: "Security", EventID: 5156, Protocol: 6, ProcessID: "0x4d2" },
    unwritten: ["tcp"],
    because: "a name stands in place of a number; numbers are left out",
  },
  {
    record: {
      Channel: "System",
      EventID: 104,
      Provider_Name: "Microsoft-Windows-Eventlog",
      Message: "The Setup log file was cleared.",
    },
    unwritten: [],
    because: "what is taken from the message stands there",
  },
  { record: { Channel: "Security", EventID: 4624 }, unwritten: [], because: "nothing stands in place of another" },
])("of $record the text has not $unwritten: $because", ({ record, unwritten }) => {
  const values: Scalar[] = [];
  withText(record).eachUnwritten?.((value) => values.push(value));
  expect(values).toEqual(unwritten);
});

test("an event whose text was not given has none", () => {
  expect(normalise({ Channel: "Security", EventID: 4624 }).text).toBeUndefined();
});
