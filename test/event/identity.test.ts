import { expect, test } from "vitest";
import { normalise, parseTime, type Event, type JsonObject } from "../../src/event/index.ts";

// The order in which each shape's fields are asked: docs/events.md, "When, where, who".
const at = (second: number) => `2026-03-02T09:00:0${second}Z`;
const evtx = (system: JsonObject, more: JsonObject = {}): JsonObject => ({
  Event: { System: { EventID: 1, Channel: "x", ...system }, EventData: more },
  "@timestamp": at(9),
});
const beat = (more: JsonObject): JsonObject => ({ winlog: { channel: "x", event_id: "1" }, ...more });
const table = (more: JsonObject): JsonObject => ({ EventID: 1, EventLog: "x", EventData: {}, ...more });
const inserts = (more: JsonObject): JsonObject => ({ EventID: 1, Channel: "x", StringInserts: [], ...more });

const secondOf = ({ timeMs }: Event): number | undefined =>
  timeMs === undefined ? undefined : (timeMs - (parseTime(at(0)) ?? 0)) / 1_000;

test.each([
  {
    record: evtx({ TimeCreated: { "#attributes": { SystemTime: at(1) } } }, { UtcTime: "2026-03-02 09:00:02" }),
    second: 1,
    because: "the log's own time first",
  },
  {
    record: evtx({ TimeCreated: { SystemTime: 1_772_442_001.5 } }),
    second: 1.5,
    because: "Velociraptor writes seconds since 1970",
  },
  {
    record: evtx({ TimeCreated: { "@SystemTime": "2026-03-02T10:00:01.0000000+01:00" } }),
    second: 1,
    because: "forwarded events may be in another zone",
  },
  { record: evtx({}, { UtcTime: "2026-03-02 09:00:02.000" }), second: 2, because: "then Sysmon's, which is UTC" },
  { record: evtx({}), second: 9, because: "then what stands beside the event" },
  {
    record: beat({ "@timestamp": at(1), event: { created: at(3) } }),
    second: 1,
    because: "a beat's timestamp is the event's",
  },
  { record: beat({ event: { created: at(3) } }), second: 3, because: "when it was read is better than nothing" },
  {
    record: table({ TimeGenerated: at(3), EventData: { UtcTime: "2026-03-02 09:00:02.000" } }),
    second: 2,
    because: "Sysmon's own time, then the table's",
  },
  { record: table({ TimeGenerated: at(3), TimeCollected: at(4) }), second: 3, because: "generated before collected" },
  {
    record: inserts({ TimeCreated: "2026-03-02 10:00:01 +0100", date: 1_772_442_009 }),
    second: 1,
    because: "Fluent Bit names its zone",
  },
  { record: inserts({ date: 1_772_442_009 }), second: 9, because: "seconds since 1970, put there by an output" },
  { record: inserts({ date: "1772442009000" }), second: 9, because: "milliseconds, as text" },
  { record: inserts({ date: 1_772_442_009_000_000 }), second: 9, because: "microseconds" },
  { record: inserts({ date: "1772442009000000000" }), second: 9, because: "nanoseconds" },
  { record: inserts({}), second: undefined, because: "without a time there is none, not a made one" },
])("the time of $record is second $second: $because", ({ record, second }) => {
  expect(secondOf(normalise(record))).toBe(second);
});

test.each([
  { record: evtx({ Computer: "pc" }), host: "pc", because: "the machine that wrote the event" },
  {
    record: { ...beat({ host: { name: "collector" } }), winlog: { channel: "x", computer_name: "pc" } },
    host: "pc",
    because: "of a forwarded event, not the one that passed it on",
  },
  { record: beat({ host: { name: "pc" }, agent: { hostname: "a" } }), host: "pc", because: "else the beat's host" },
  { record: table({ Computer: "pc" }), host: "pc", because: "the table's column" },
  { record: inserts({ Computer: "pc" }), host: "pc", because: "as Windows names it" },
  { record: evtx({}), host: undefined, because: "nobody says" },
])("the host of $record is $host: $because", ({ record, host }) => {
  expect(normalise(record).host).toBe(host);
});

test.each([
  { record: evtx({}, { User: "A\\x", SubjectUserName: "y" }), user: "A\\x", because: "Sysmon's word" },
  { record: beat({ user: { domain: "A", name: "x" } }), user: "A\\x", because: "a pipeline took it apart" },
  {
    record: evtx({ EventID: 4625, Channel: "Security" }, { SubjectUserName: "PC$", TargetUserName: "x" }),
    user: "x",
    because: "a logon is about its target",
  },
  { record: table({ SubjectUserName: "x", SubjectDomainName: "A" }), user: "A\\x", because: "the subject acts" },
])("the user of $record is $user: $because", ({ record, user }) => {
  expect(normalise(record).user).toBe(user);
});

test.each([
  { record: evtx({}, { IpAddress: "::ffff:192.0.2.7" }), address: "192.0.2.7", because: "IPv4 in IPv6 is IPv4" },
  { record: evtx({}, { IpAddress: "fe80::1:2:AB" }), address: "fe80::1:2:AB", because: "it stays as it is written" },
  { record: evtx({}, { IpAddress: "1:2:3:4:5:6:7:8" }), address: "1:2:3:4:5:6:7:8", because: "it has eight groups" },
  { record: evtx({}, { IpAddress: "1::2::3" }), address: undefined, because: "zeros are left out once" },
  { record: evtx({}, { IpAddress: "1:2:3:4::5:6:7:8" }), address: undefined, because: "there are nine groups" },
  { record: beat({ source: { ip: "192.0.2.7" } }), address: "192.0.2.7", because: "the ECS field" },
  {
    record: evtx({ EventID: 5156, Channel: "Security" }, { SourceAddress: "192.0.2.7" }),
    address: "192.0.2.7",
    because: "who opened the connection",
  },
  { record: evtx({}, { IpAddress: "-" }), address: undefined, because: "a dash is none" },
])("the source address of $record is $address: $because", ({ record, address }) => {
  expect(normalise(record).sourceAddress).toBe(address);
});
