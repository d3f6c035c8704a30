import { bug, type JsonObject } from "../../std/index.ts";
import { EvtxFields } from "../evtx/evtxFields.ts";
import { findEvent } from "../evtx/place.ts";
import { inSystem } from "../evtx/system.ts";
import type { Shape } from "../shape.ts";
import { WindowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

/**
 * The XML of a Windows event turned into JSON: evtx_dump, Chainsaw, Hayabusa, Velociraptor, xmltodict, xml2js and their like.
 *
 * `Event.System`: each element under its name, its attributes as `Element_Attribute` (`Provider_Name`, `Execution_ProcessID`).
 * `Event.EventData` and what is inside the one element of `Event.UserData`: each datum under its own name, spaces taken out;
 * data without names are `Data`. Attributes may stand in `#attributes`, `@attributes`, `$` or `Element_attributes`, as `@Name` or
 * plainly; text in `#text`, `_`, `$t`, `Value`.
 *
 * Where System and data share a name, rules mean the data (104 names the cleared `Channel`), but for the names that identify the
 * event; what yields stays under its dotted path.
 */
export const evtx: Shape = {
  name: "evtx",
  fits: (record) => findEvent(record) !== undefined,
  read: (record) => new EvtxFields(record, findEvent(record) ?? bug("this is no event")),
  origin: (fields, record) => new WindowsOrigin(fields, channelOf(record)),
  time: ["TimeCreated_SystemTime", "TimeCreated", "UtcTime", "@timestamp", "timestamp"],
  host: ["Computer"],
  user: windowsUser,
  sourceAddress: windowsSourceAddress,
};

/** The channel as System names it: 104 has a datum of that name. */
function channelOf(record: JsonObject): string | undefined {
  const system = findEvent(record)?.system;
  const channel = system === undefined ? undefined : inSystem(system, "Channel")?.[0];
  return typeof channel === "string" ? channel : undefined;
}
