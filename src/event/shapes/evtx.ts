import { isJsonObject, type Json, type JsonObject } from "../../std/index.ts";
import { isContainer, type Container } from "../container.ts";
import { addLeaf, emptyDraft, fieldsOf, type Draft } from "../draft.ts";
import type { Fields } from "../fields.ts";
import { flatten } from "../flatten.ts";
import { joinPath } from "../paths.ts";
import type { Shape } from "../shape.ts";
import { nameOfDatum, windowsOrigin, windowsSourceAddress, windowsUser } from "../windows.ts";

/**
 * The XML of a Windows event turned into JSON: evtx_dump, Chainsaw, Hayabusa, Velociraptor, xmltodict and their like.
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
  fits: (record) => systemOf(eventOf(record)) !== undefined,
  read,
  origin: (fields, record) => windowsOrigin(fields, { channel: channelOf(record) }),
  time: ["TimeCreated_SystemTime", "TimeCreated", "UtcTime", "@timestamp", "timestamp"],
  host: ["Computer"],
  user: windowsUser,
  sourceAddress: windowsSourceAddress,
};

const eventOf = (record: JsonObject): JsonObject => (isJsonObject(record["Event"]) ? record["Event"] : record);

function systemOf(event: JsonObject): JsonObject | undefined {
  const system = event["System"];
  const isSystem = isJsonObject(system) && (system["EventID"] !== undefined || system["Channel"] !== undefined);
  return isSystem ? system : undefined;
}

/** The channel as System names it: 104 has a datum of that name. */
function channelOf(record: JsonObject): string | undefined {
  const channel = systemOf(eventOf(record))?.["Channel"];
  const text = isJsonObject(channel) ? textKeys.map((key) => channel[key]).find((each) => each !== undefined) : channel;
  return typeof text === "string" ? text : undefined;
}

function read(record: JsonObject): Fields {
  const draft = emptyDraft();
  const event = eventOf(record);
  const path = event === record ? "" : "Event";
  const system: SystemLeaf[] = [];
  for (const key in event) readPart(draft, key, event[key] ?? null, { path, system });
  addSystem(draft, system);
  if (event !== record) addRest(draft, record);
  return fieldsOf(draft);
}

/** What System says waits until the data have taken their names. */
interface SystemLeaf {
  readonly name: string;
  readonly path: string;
  readonly value: Json;
}

interface Parts {
  /** Where the event stands in the record. */
  readonly path: string;
  readonly system: SystemLeaf[];
}

function readPart(draft: Draft, key: string, value: Json, { path: parent, system }: Parts): void {
  const path = parent === "" ? key : joinPath(parent, key);
  if (key === "System" && isJsonObject(value)) readSystem(system, value, path);
  else if (key === "EventData" && isContainer(value)) readData(draft, value, path, key);
  else if (key === "UserData" && isJsonObject(value)) readUserData(draft, value, path);
  // The rendered message is the one part beside System and data that rules ask for.
  else flatten(draft, value, path, (at) => (at === "Event.RenderingInfo.Message" ? "Message" : at));
}

function addRest(draft: Draft, record: JsonObject): void {
  for (const key in record) if (key !== "Event") flatten(draft, record[key] ?? null, key, asIs);
}

const asIs = (path: string) => path;

function readSystem(system: SystemLeaf[], element: JsonObject, path: string): void {
  for (const tag in element) {
    const value = element[tag] ?? null;
    const at = joinPath(path, tag);
    if (tag.endsWith(attributesSuffix)) readAttributes(system, value, at, tag.slice(0, -attributesSuffix.length));
    else if (isJsonObject(value)) readElement(system, value, at, tag);
    else system.push({ name: tag, path: at, value });
  }
}

const attributesSuffix = "_attributes";
const attributeBags = new Set(["#attributes", "@attributes", "$"]);
const systemTextKeys = new Set(["#text", "_", "$t", "Value"]);

function readElement(system: SystemLeaf[], element: JsonObject, path: string, tag: string): void {
  let isEmpty = true;
  for (const key in element) {
    isEmpty = false;
    const value = element[key] ?? null;
    const at = joinPath(path, key);
    if (attributeBags.has(key)) readAttributes(system, value, at, tag);
    else system.push({ name: systemTextKeys.has(key) ? tag : attributeName(tag, key), path: at, value });
  }
  if (isEmpty) system.push({ name: tag, path, value: element });
}

function readAttributes(system: SystemLeaf[], bag: Json, path: string, tag: string): void {
  if (!isJsonObject(bag)) return void system.push({ name: path, path, value: bag });
  for (const key in bag)
    system.push({ name: attributeName(tag, key), path: joinPath(path, key), value: bag[key] ?? null });
}

const attributeName = (tag: string, key: string) => `${tag}_${key.startsWith("@") ? key.slice(1) : key}`;

function addSystem(draft: Draft, system: readonly SystemLeaf[]): void {
  for (const { name, path, value } of system) flattenAs(draft, value, path, draft.fields.has(name) ? path : name);
}

function readUserData(draft: Draft, userData: JsonObject, path: string): void {
  for (const tag in userData) {
    const value = userData[tag] ?? null;
    if (attributeBags.has(tag) || !isContainer(value)) flatten(draft, value, joinPath(path, tag), asIs);
    else readData(draft, value, joinPath(path, tag), tag);
  }
}

function readData(draft: Draft, data: Container, path: string, tag: string): void {
  if (!isJsonObject(data)) return readList(draft, data, path, path);
  for (const key in data) {
    const value = data[key] ?? null;
    const at = joinPath(path, key);
    if (attributeBags.has(key)) flatten(draft, value, at, (leaf) => tag + leaf.slice(at.length).replace(".", "_"));
    else if (key === "Data") readList(draft, Array.isArray(value) ? (value as readonly Json[]) : [value], at, path);
    else readDatum(draft, value, at, nameOfDatum(key, at));
  }
}

/** The elements `Data`: each a value, `{#text}`, or `{@Name, #text}` under its name. */
function readList(draft: Draft, list: readonly Json[], path: string, parent: string): void {
  for (const each of list) {
    const name = isJsonObject(each) ? nameAttribute(each) : undefined;
    if (name === undefined || !isJsonObject(each)) readDatum(draft, each, path, "Data");
    else readNamed(draft, each, joinPath(parent, name), nameOfDatum(name, joinPath(parent, name)));
  }
}

/** A value, or an element with its text and perhaps more: the rest stays under its path. */
function readDatum(draft: Draft, value: Json, path: string, name: string): void {
  const textKey = isJsonObject(value) ? textKeys.find((key) => value[key] !== undefined) : undefined;
  if (textKey === undefined || !isJsonObject(value)) return flattenAs(draft, value, path, name);
  flattenAs(draft, value[textKey] ?? null, joinPath(path, textKey), name);
  for (const key in value) if (key !== textKey) flatten(draft, value[key] ?? null, joinPath(path, key), asIs);
}

const textKeys = ["#text", "_", "$t"] as const;

/** A named element; without text it is empty, as in `<Data Name="x"/>`. Its path is that of the same datum in a map. */
function readNamed(draft: Draft, element: JsonObject, path: string, name: string): void {
  const textKey = namedTextKeys.find((key) => element[key] !== undefined);
  flattenAs(draft, (textKey && element[textKey]) ?? "", path, name);
  for (const key in element) {
    if (key !== textKey && !nameKeys.has(key)) flatten(draft, element[key] ?? null, joinPath(path, key), asIs);
  }
}

const namedTextKeys = [...textKeys, "Value", "text", "content"] as const;
const nameKeys = new Set(["@Name", "Name", ...attributeBags]);

/** Names out of values are not bounded by the limit for names of properties. */
const longestName = 1_000;

function nameAttribute(element: JsonObject): string | undefined {
  const bag = element["#attributes"] ?? element["@attributes"] ?? element["$"];
  const name = element["@Name"] ?? (isJsonObject(bag) ? bag["Name"] : element["Name"]);
  return typeof name === "string" && name.length <= longestName ? name : undefined;
}

function flattenAs(draft: Draft, value: Json, path: string, name: string): void {
  if (isContainer(value)) flatten(draft, value, path, (at) => name + at.slice(path.length));
  else addLeaf(draft, path, name, value);
}
