import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type JsonObject } from "../../src/event/index.ts";
import { EvtxFields } from "../../src/event/evtx/evtxFields.ts";
import { gather } from "../../src/event/evtx/gather.ts";
import { findEvent } from "../../src/event/evtx/place.ts";

const folder = new URL("../data/events/evtx/", import.meta.url);
const fixtures = readdirSync(folder).map((name) => ({
  name,
  record: JSON.parse(readFileSync(new URL(name, folder), "utf8")) as JsonObject,
}));

const system = { EventID: 1, Channel: "x", Computer: "c" };
const made = [
  {
    name: "a datum and a part of System of one name",
    record: { Event: { System: system, EventData: { Channel: "y" } } },
  },
  {
    name: "data named as what identifies",
    record: { Event: { System: system, EventData: { EventID: 2, Computer: "d" } } },
  },
  {
    name: "fields beside the event",
    record: { Event: { System: system }, Computer: "d", Extra: [1, 2], Channel: "z" },
  },
  { name: "fields beside System", record: { System: system, EventData: { A: 1 }, A: 2, Channel: "z", Extra: {} } },
  { name: "names with spaces", record: { Event: { System: system, EventData: { "Threat Name": "t", Path: null } } } },
  { name: "lists in System", record: { Event: { System: { EventID: [1, 2], Channel: ["x"] }, EventData: {} } } },
  { name: "attributes beside elements", record: { Event: { System: { ...system, A_attributes: { B_C: 1 } } } } },
  {
    name: "an element with text and attributes",
    record: { Event: { System: { ...system, A: { "#text": 1, Q: 2 } } } },
  },
  { name: "a rendered message", record: { Event: { System: system, RenderingInfo: { Message: "m", Level: "l" } } } },
  { name: "no data", record: { Event: { System: system, EventData: null } } },
  { name: "text for data", record: { Event: { System: system, EventData: "" } } },
];

// Two ways lead to a field: it is looked up, or everything has been gathered before. Which one it is must not show.
test.each([...fixtures, ...made])("with $name, what is looked up is what is gathered", ({ record }) => {
  const place = findEvent(record);
  if (place === undefined) throw new Error("this is no event");
  const gathered = gather(record, place);
  const names = [...gathered.names(), "Message", "Absent", "Absent_Name", "EventData", "System"];
  for (const name of names) {
    expect({ name, values: new EvtxFields(record, place).field(name) }).toEqual({ name, values: gathered.field(name) });
  }
});
