import type { JsonObject } from "../../std/index.ts";
import { isEventXml, readEventXml } from "../eventXml.ts";
import { withParsed } from "../parsedFields.ts";
import { readerOf } from "../pathFields.ts";
import { lineKeys, lineOf } from "../recordText.ts";
import type { Shape } from "../shape.ts";
import { windowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";
import { evtx } from "./evtx.ts";

const own = readerOf({});

function parse(record: JsonObject) {
  const fields = evtx.read(readEventXml(lineOf(record) ?? ""));
  return new Map(fields.names().map((name) => [name, fields.field(name) ?? []]));
}

/** The XML of an event as the text of a record: Sysmon for Linux writes it to syslog, and shippers send it on as it is. */
export const eventXml: Shape = {
  name: "eventXml",
  keys: lineKeys,
  fits: (record) => isEventXml(lineOf(record) ?? ""),
  read: (record) => withParsed(own(record), () => parse(record)),
  origin: (fields) => windowsOrigin(fields),
  time: ["TimeCreated_SystemTime", "UtcTime", "@timestamp", "timestamp"],
  host: ["Computer", "host.name", "hostname"],
  user: windowsUser,
  sourceAddress: windowsSourceAddress,
};
