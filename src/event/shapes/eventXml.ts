import type { Json, JsonObject } from "../../std/index.ts";
import { isJsonObject } from "../../std/index.ts";
import { EvtxFields } from "../evtx/evtxFields.ts";
import { findEvent } from "../evtx/place.ts";
import { textOf, type Fields } from "../fields.ts";
import { parseXml } from "../parseXml.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys, lineOf } from "../recordText.ts";
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
 * The XML of an event of Windows, or of Sysmon for Linux, as text in a field: by itself, or behind the header of a line of syslog.
 *
 * It is read as `evtx` reads the same event in JSON; what stands beside it keeps its names. A record whose XML is broken keeps the
 * names that it has.
 */
export const eventXml: Shape = {
  name: "eventXml",
  keys: [...new Set([...places.flatMap(([key = ""]) => key.split(".")[0] ?? key), ...lineKeys])],
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
  return xmlInLine(lineOf(record) ?? "");
}

/** A line of syslog has its header before the XML, and it is not longer than that. */
const longestHeader = 300;

function xmlInLine(line: string): string | undefined {
  const at = line.slice(0, longestHeader).search(/<Event[\s>]/);
  return at >= 0 && line.includes("<System>") ? line.slice(at) : undefined;
}

const asItIs = readerOf({});

function read(record: JsonObject): Fields {
  const parsed = parseXml(xmlIn(record) ?? "");
  const event = parsed?.["Event"];
  const whole = event === undefined ? record : { ...record, Event: event };
  const place = findEvent(whole);
  return place === undefined ? asItIs(record) : new EvtxFields(whole, place);
}
