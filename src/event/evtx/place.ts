import type { JsonObject } from "../../std/index.ts";
import { own } from "../container.ts";
import { onlyObject } from "./element.ts";

/** Where the event stands in a record. */
export interface Place {
  readonly event: JsonObject;
  readonly system: JsonObject;
  /** The keys that lead to it; none where the record is the event. */
  readonly keys: readonly string[];
}

/** Bare, under its name, and as Chainsaw writes what it has found. */
const places: readonly (readonly string[])[] = [["Event"], [], ["document", "data", "Event"]];

export function findEvent(record: JsonObject): Place | undefined {
  for (const keys of places) {
    let event: JsonObject | undefined = record;
    for (const key of keys) event = event === undefined ? undefined : onlyObject(own(event, key));
    const system = event === undefined ? undefined : onlyObject(own(event, "System"));
    if (event !== undefined && system !== undefined && isSystem(system)) return { event, system, keys };
  }
  return undefined;
}

const isSystem = (system: JsonObject): boolean => system["EventID"] !== undefined || system["Channel"] !== undefined;
