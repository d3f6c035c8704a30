import { isJsonObject, type Json, type JsonObject } from "../../std/index.ts";
import { isContainer, type Container } from "../container.ts";
import { addLeaf, emptyDraft, fieldsOf, type Draft } from "../draft.ts";
import type { Fields } from "../fields.ts";
import { flatten } from "../flatten.ts";
import { joinPath } from "../paths.ts";
import { nameOfDatum } from "../windows.ts";
import { attributesSuffix, isAttributeBag, nameAttribute, only, onlyObject, textKeys, valueKeys } from "./element.ts";
import type { Place } from "./place.ts";

/**
 * Everything that a record with an event holds, gathered in one pass: the names of data may stand in values.
 *
 * The data take their names first, then System, then what stands beside the event.
 */
export function gather(record: JsonObject, { event, keys }: Place): Fields {
  const draft = emptyDraft();
  const path = keys.join(".");
  const system: SystemLeaf[] = [];
  const isBare = event === record;
  for (const key in event) {
    const isPart = parts.has(key) && isContainer(event[key]);
    if (isPart || !isBare) readPart(draft, key, event[key] ?? null, { path, system });
  }
  addSystem(draft, system);
  for (const key in record) {
    const isPart = isBare ? parts.has(key) && isContainer(record[key]) : key === keys[0];
    if (!isPart) flatten(draft, record[key] ?? null, key, asIs);
  }
  if (keys.length > 1) addBeside(draft, record, keys);
  return fieldsOf(draft);
}

const parts = new Set(["System", "EventData", "UserData"]);

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
  const element = onlyObject(value);
  if (key === "System" && element !== undefined) readSystem(system, element, path);
  else if (key === "EventData" && isContainer(value)) readData(draft, dataIn(value), path, key);
  else if (key === "UserData" && element !== undefined) readUserData(draft, element, path);
  else flatten(draft, value, path, (at) => (at === `${parent}.${renderedMessage}` ? "Message" : at));
}

/** The rendered message is the one part beside System and data that rules ask for. */
const renderedMessage = "RenderingInfo.Message";

/** What stands beside the objects on the way to the event. */
function addBeside(draft: Draft, record: JsonObject, keys: readonly string[]): void {
  let object: JsonObject | undefined = record;
  keys.slice(0, -1).forEach((key, depth) => {
    object = onlyObject(object?.[key]);
    const path = keys.slice(0, depth + 1).join(".");
    for (const each in object) {
      if (each !== keys[depth + 1]) flatten(draft, object[each] ?? null, joinPath(path, each), asIs);
    }
  });
}

const asIs = (path: string) => path;

function readSystem(system: SystemLeaf[], element: JsonObject, path: string): void {
  for (const tag in element) {
    const value = only(element[tag]) ?? null;
    const at = joinPath(path, tag);
    if (tag.endsWith(attributesSuffix)) readAttributes(system, value, at, tag.slice(0, -attributesSuffix.length));
    else if (isJsonObject(value)) readElement(system, value, at, tag);
    else system.push({ name: tag, path: at, value });
  }
}

function readElement(system: SystemLeaf[], element: JsonObject, path: string, tag: string): void {
  let isEmpty = true;
  for (const key in element) {
    isEmpty = false;
    const value = element[key] ?? null;
    const at = joinPath(path, key);
    if (isAttributeBag(key)) readAttributes(system, value, at, tag);
    else system.push({ name: isSystemText(key) ? tag : attributeName(tag, key), path: at, value });
  }
  if (isEmpty) system.push({ name: tag, path, value: element });
}

const isSystemText = (key: string): boolean => (valueKeys as readonly string[]).includes(key);

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
    const value = only(userData[tag]) ?? null;
    if (isAttributeBag(tag) || !isContainer(value)) flatten(draft, value, joinPath(path, tag), asIs);
    else readData(draft, value, joinPath(path, tag), tag);
  }
}

/** The object of data, where a list was made of it; a list of `Data` elements stays one. */
function dataIn(value: Container): Container {
  const one = onlyObject(value);
  const isElement = one === undefined || nameAttribute(one) !== undefined || textKeys.some((key) => key in one);
  return isElement ? value : one;
}

function readData(draft: Draft, data: Container, path: string, tag: string): void {
  if (!isJsonObject(data)) return readList(draft, data, path, path);
  for (const key in data) {
    const value = data[key] ?? null;
    const at = joinPath(path, key);
    if (isAttributeBag(key)) flatten(draft, value, at, (leaf) => tag + leaf.slice(at.length).replace(".", "_"));
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

/** A named element; without text it is empty, as in `<Data Name="x"/>`. Its path is that of the same datum in a map. */
function readNamed(draft: Draft, element: JsonObject, path: string, name: string): void {
  const textKey = valueKeys.find((key) => element[key] !== undefined);
  flattenAs(draft, (textKey && element[textKey]) ?? "", path, name);
  for (const key in element) {
    const isName = key === "@Name" || key === "Name" || isAttributeBag(key);
    if (key !== textKey && !isName) flatten(draft, element[key] ?? null, joinPath(path, key), asIs);
  }
}

function flattenAs(draft: Draft, value: Json, path: string, name: string): void {
  if (isContainer(value)) flatten(draft, value, path, (at) => name + at.slice(path.length));
  else addLeaf(draft, path, name, value);
}
