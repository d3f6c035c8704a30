import { expect, test } from "vitest";
import { normalise, parseTime, type Json, type JsonObject } from "../../src/event/index.ts";

const fieldsOf = (record: JsonObject) => {
  const event = normalise(record);
  return Object.fromEntries(event.names().map((name) => [name, event.field(name)]));
};

test.each([
  { record: { a: { b: { c: 1 } } }, fields: { "a.b.c": [1] }, because: "names are joined by dots" },
  { record: { "a.b": { "c.d": 1 } }, fields: { "a.b.c.d": [1] }, because: "names with dots join the same way" },
  { record: { a: { b: 1 }, "a.b": 2 }, fields: { "a.b": [2, 1] }, because: "both ways lead to one field" },
  {
    record: { a: [{ b: 1 }, { b: [2, 3] }] },
    fields: { "a.b": [1, 2, 3] },
    because: "indices are dropped, order stays",
  },
  {
    record: { a: [], b: {}, c: [[]] },
    fields: { a: [], b: [], c: [] },
    because: "what is empty is there, without a value",
  },
  { record: { a: null, b: [null, ""] }, fields: { a: [null], b: [null, ""] }, because: "null is a value" },
  { record: { a: [{}, 1] }, fields: { a: [1] }, because: "an empty member adds nothing" },
  { record: {}, fields: {}, because: "an empty record has no fields" },
])("$record flattens to $fields: $because", ({ record, fields }) => {
  expect(fieldsOf(record)).toEqual(fields);
});

test("a record of any depth is normalised without running out of stack", () => {
  let value: Json = 1;
  for (let depth = 0; depth < 50_000; depth++) value = depth % 100 === 0 ? { x: value } : [value];
  const places: JsonObject[] = [
    { value },
    {
      Event: { System: { EventID: value, Channel: value }, EventData: { Data: value }, UserData: { a: { b: value } } },
    },
    { Event: { System: { EventID: { "#text": value, "#attributes": value } }, EventData: [value] } },
    { winlog: { channel: "x", event_data: value } },
    { EventID: value, Channel: value },
  ];
  for (const record of places) expect(Object.values(fieldsOf(record)).flat()).toContain(1);
});

test.each([
  { name: "Event", record: { Event: "x" } },
  { name: "Event.System", record: { Event: { System: "x", EventData: 1 } } },
  { name: "System alone", record: { System: { EventID: null } } },
  { name: "EventData", record: { Event: { System: { EventID: 1 }, EventData: "x", UserData: ["x"] } } },
  { name: "an element", record: { Event: { System: { EventID: [1, 2], Provider: { "#attributes": 3 } } } } },
  { name: "winlog", record: { winlog: ["x"], user: { name: {} } } },
  { name: "time", record: { EventID: 1, Channel: "x", "@timestamp": {}, UtcTime: [null] } },
])("an unexpected type of $name is taken as it is", ({ record }) => {
  const event = normalise(record);
  expect(event.names().length).toBeGreaterThan(0);
  expect(event.timeMs).toBeUndefined();
});

test("a long name out of a value does not multiply", () => {
  const data = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`f${index}`, index]));
  const named = { "@Name": "n".repeat(500_000), "#text": data };
  const names = normalise({ Event: { System: { EventID: 1 }, EventData: { Data: [named] } } }).names();
  expect(Math.max(...names.map((name) => name.length))).toBeLessThan(100);
});

const windows = { EventID: 1, Channel: "Application" };

test.each([
  {
    because: "the log's own time first",
    times: { TimeCreated: "2026-01-01T00:00:01Z", UtcTime: "2026-01-01 00:00:02" },
    second: 1,
  },
  {
    because: "then Sysmon's",
    times: { UtcTime: "2026-01-01 00:00:02", "@timestamp": "2026-01-01T00:00:03Z" },
    second: 2,
  },
  {
    because: "then the shipper's",
    times: { EventTime: "2026-01-01 00:00:04", "@timestamp": "2026-01-01T00:00:03Z" },
    second: 3,
  },
  { because: "local time without a zone last", times: { EventTime: "2026-01-01 00:00:04" }, second: 4 },
  {
    because: "what is no time is passed over",
    times: { TimeCreated: "soon", UtcTime: "2026-01-01 00:00:02" },
    second: 2,
  },
])("the time of a flat event: $because", ({ times, second }) => {
  expect(normalise({ ...windows, ...times }).timeMs).toBe(parseTime(`2026-01-01T00:00:0${second}Z`));
});

test.each([
  { fields: { User: "A\\x", SubjectUserName: "y" }, user: "A\\x", because: "Sysmon names the account of the process" },
  {
    fields: { SubjectUserName: "y", SubjectDomainName: "A", TargetUserName: "z" },
    user: "A\\y",
    because: "the subject acts",
  },
  {
    fields: { EventID: 4624, SubjectUserName: "PC$", TargetUserName: "z", TargetDomainName: "A" },
    user: "A\\z",
    because: "a logon is about its target",
  },
  { fields: { SubjectUserName: "-", TargetUserName: "z" }, user: "z", because: "a dash is nobody" },
  { fields: { AccountName: "w", Domain: "A" }, user: "A\\w", because: "NXLog names who wrote the event" },
  {
    fields: { AccountName: "SYSTEM", SourceName: "Microsoft-Windows-Sysmon" },
    user: undefined,
    because: "Sysmon writes everything as SYSTEM",
  },
  { fields: { User: "x".repeat(513), SubjectUserName: "y" }, user: "y", because: "a name is not that long" },
  { fields: { User: "a\0b" }, user: "a\uFFFDb", because: "databases refuse U+0000" },
])("the user of $fields is $user: $because", ({ fields, user }) => {
  expect(normalise({ ...windows, ...fields }).user).toBe(user);
});

test.each([
  { fields: { SourceIp: "10.0.0.1", IpAddress: "10.0.0.2" }, address: "10.0.0.1", because: "Sysmon's first" },
  { fields: { IpAddress: "-", SourceAddress: "fe80::1" }, address: "fe80::1", because: "a dash is none" },
  { fields: { IpAddress: "::FFFF:10.0.0.1" }, address: "10.0.0.1", because: "IPv4 in IPv6 is IPv4" },
])("the source address of $fields is $address: $because", ({ fields, address }) => {
  expect(normalise({ ...windows, ...fields }).sourceAddress).toBe(address);
});

test("every dotted path of a record leads to its values", () => {
  const record = { Event: { System: { EventID: 1, Channel: "x" }, EventData: { Image: "a.exe", "Old Name": "b" } } };
  const event = normalise(record);
  expect(event.field("Event.EventData.Image")).toEqual(["a.exe"]);
  expect(event.field("Event.EventData.Old Name")).toEqual(["b"]);
  expect(event.field("Event.System.Channel")).toEqual(["x"]);
});
