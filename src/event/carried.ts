import { isJsonObject, parseJson, type JsonObject, type Scalar } from "../std/index.ts";
import type { Fields } from "./fields.ts";
import { defaultLimits, shapeOverLimit } from "./limits.ts";

/**
 * Where shippers put the text of the record that they were given: Filebeat and most others, Elastic's integrations, Fluent Bit,
 * Splunk, Microsoft's `Search-UnifiedAuditLog`.
 */
const places = ["message", "event.original", "log", "_raw", "AuditData", "auditData"] as const;

/** The record that another one carries as JSON text, if there is one within the limits of a record. */
export function carriedRecord(record: JsonObject): JsonObject | undefined {
  for (const place of places) {
    const text = record[place];
    if (isObjectText(text)) return parsed(text);
  }
  const { event } = record;
  const original = isJsonObject(event) ? event["original"] : undefined;
  return isObjectText(original) ? parsed(original) : undefined;
}

const isObjectText = (value: JsonObject[string] | undefined): value is string =>
  typeof value === "string" && value.startsWith("{") && value.trimEnd().endsWith("}");

function parsed(text: string): JsonObject | undefined {
  const { value } = { value: undefined, ...parseJson(text) };
  return isJsonObject(value) && shapeOverLimit(value, defaultLimits) === undefined ? value : undefined;
}

/** The fields of a carried record, and where it has none those of its carrier. */
export class CarriedFields implements Fields {
  readonly #carried: Fields;
  readonly #carrier: Fields;

  constructor(carried: Fields, carrier: Fields) {
    this.#carried = carried;
    this.#carrier = carrier;
  }

  field(name: string): readonly Scalar[] | undefined {
    return this.#carried.field(name) ?? this.#carrier.field(name);
  }

  names(): readonly string[] {
    return [...new Set([...this.#carried.names(), ...this.#carrier.names()])];
  }

  eachValue(visit: (value: Scalar) => void): void {
    this.#carried.eachValue(visit);
    this.#carrier.eachValue(visit);
  }

  isParent(name: string): boolean {
    return this.#carried.isParent(name) || this.#carrier.isParent(name);
  }
}
