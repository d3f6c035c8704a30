import { isJsonObject, type Json, type JsonObject, type Scalar } from "../../std/index.ts";
import { isContainer, own } from "../container.ts";
import { eachScalar } from "../eachScalar.ts";
import type { Fields } from "../fields.ts";
import { leavesOf } from "../valuesAt.ts";
import { identifying } from "../windows.ts";
import { gather } from "./gather.ts";
import type { Place } from "./place.ts";
import { inSystem } from "./system.ts";

/**
 * The fields of an event, looked up where they stand if its data are an object of scalars, as most are. All else is gathered
 * first: data in lists, fields asked for by their paths, the names of all fields.
 */
export class EvtxFields implements Fields {
  readonly isVerbatim = true;
  readonly #record: JsonObject;
  readonly #place: Place;
  #gathered: Fields | undefined;
  #data: NamedData | "unnamed" | undefined;

  constructor(record: JsonObject, place: Place) {
    this.#record = record;
    this.#place = place;
  }

  field(name: string): readonly Scalar[] | undefined {
    if (this.#gathered !== undefined || isIndirect(name)) return this.#all().field(name);
    const { event, system } = this.#place;
    if (identifying.has(name)) return joined(inSystem(system, name), this.#beside(name));
    if (this.#data === undefined) this.#data = namedDataOf(event) ?? "unnamed";
    const datum = this.#data === "unnamed" ? undefined : this.#data.value(name);
    if (this.#data === "unnamed" || isContainer(datum)) return this.#all().field(name);
    const found = datum === undefined ? (inSystem(system, name) ?? this.#rendered(name)) : [datum];
    return joined(found, this.#beside(name));
  }

  names(): readonly string[] {
    return this.#all().names();
  }

  eachValue(visit: (value: Scalar) => void): void {
    eachScalar(this.#record, visit);
  }

  isParent(name: string): boolean {
    return this.#all().isParent(name);
  }

  #all(): Fields {
    return (this.#gathered ??= gather(this.#record, this.#place));
  }

  #rendered(name: string): readonly Scalar[] | undefined {
    const info = name === "Message" ? own(this.#place.event, "RenderingInfo") : undefined;
    return isJsonObject(info) ? leavesOf(own(info, name)) : undefined;
  }

  /** What stands under this name beside the event. */
  #beside(name: string): readonly Scalar[] | undefined {
    const value = own(this.#record, name);
    return value === undefined || (this.#record === this.#place.event && isPart(name, value))
      ? undefined
      : leavesOf(value);
  }
}

/** A path, or an attribute of the element with the data. */
const isIndirect = (name: string): boolean => name.includes(".") || name.startsWith("EventData_");

function isPart(name: string, value: Json): boolean {
  return isContainer(value) && (name === "System" || name === "EventData" || name === "UserData");
}

function joined(one: readonly Scalar[] | undefined, other: readonly Scalar[] | undefined) {
  return one === undefined || other === undefined ? (one ?? other) : [...one, ...other];
}

/** Data that are looked up by their names; undefined if the names stand in values. */
function namedDataOf(event: JsonObject): NamedData | undefined {
  const data = own(event, "EventData");
  if (own(event, "UserData") !== undefined) return undefined;
  if (!isContainer(data)) return new NamedData({});
  return isJsonObject(data) && !isContainer(own(data, "Data")) ? new NamedData(data) : undefined;
}

class NamedData {
  readonly #data: JsonObject;
  #spaced: ReadonlyMap<string, string> | undefined;

  constructor(data: JsonObject) {
    this.#data = data;
  }

  value(name: string): Json | undefined {
    const value = own(this.#data, name);
    if (value !== undefined) return value;
    const spaced = (this.#spaced ??= spacedKeys(this.#data)).get(name);
    return spaced === undefined ? undefined : own(this.#data, spaced);
  }
}

/** Name without spaces -> the key with them. */
function spacedKeys(data: JsonObject): ReadonlyMap<string, string> {
  let spaced: Map<string, string> | undefined;
  for (const key in data) if (key.includes(" ")) (spaced ??= new Map()).set(key.replaceAll(" ", ""), key);
  return spaced ?? none;
}

const none: ReadonlyMap<string, string> = new Map();
