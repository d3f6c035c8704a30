import type { Json, JsonObject } from "../../std/index.ts";
import { isJsonObject } from "../../std/index.ts";
import { EvtxFields } from "../evtx/evtxFields.ts";
import { findEvent } from "../evtx/place.ts";
import { textOf, type Fields } from "../fields.ts";
import { parseXml } from "../parseXml.ts";
import { readerOf } from "../pathFields.ts";
import type { Shape } from "../shape.ts";
import { WindowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

/** Where shippers put the event's XML: Splunk (raw, exported, HEC), Fluent Bit, NXLog, Elastic's pipelines, and people. */
const places: readonly (readonly string[])[] = [
  ["_raw"],
  ["result", "_raw"],
  ["event"],
  ["System"],
  ["EventXML"],
  ["Xml"],
  ["xml"],
  ["event", "original"],
  ["event.original"],
];

/**
 * The XML of a Windows event, as text in a field. It is read as `evtx` reads the same event in JSON; what stands beside it keeps
 * its names. A record whose XML is broken keeps the names that it has.
 */
export const windowsXml: Shape = {
  name: "windowsXml",
  fits: (record) => xmlIn(record) !== undefined,
  read,
  origin: (fields) => new WindowsOrigin(fields, textOf(fields, "Event.System.Channel")),
  time: ["TimeCreated_SystemTime", "UtcTime", "@timestamp", "timestamp", "_time", "time"],
  host: ["Computer", "host.name", "host"],
  user: windowsUser,
  sourceAddress: windowsSourceAddress,
};

function xmlIn(record: JsonObject): string | undefined {
  for (const keys of places) {
    let value: Json | undefined = record;
    for (const key of keys) value = isJsonObject(value) ? value[key] : undefined;
    if (typeof value === "string" && /^\s*(?:<\?xml[^>]*>\s*)?<Event[\s>]/.test(value)) return value;
  }
  return undefined;
}

const asItIs = readerOf({});

function read(record: JsonObject): Fields {
  const parsed = parseXml(xmlIn(record) ?? "");
  const event = parsed?.["Event"];
  const whole = event === undefined ? record : { ...record, Event: event };
  const place = findEvent(whole);
  return place === undefined ? asItIs(record) : new EvtxFields(whole, place);
}
