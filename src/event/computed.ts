import { isDeeperThan, isJsonObject, type Json, type JsonObject, type Scalar } from "../std/index.ts";
import { isContainer, own } from "./container.ts";
import type { Fields } from "./fields.ts";

/** What a field of this name has, by more of a record than its scalars: names that stand in values, objects as text. */
export type Computed = ReadonlyMap<string, (record: JsonObject) => readonly Scalar[] | undefined>;

/** The fields of a record, and those that are computed from it where it has no value under their names. */
export function withComputed(own: Fields, record: JsonObject, computed: Computed): Fields {
  return new ComputedFields(own, record, computed);
}

/** A class, as in `pathFields.ts`: closures for each event cost more. */
class ComputedFields implements Fields {
  readonly #own: Fields;
  readonly #record: JsonObject;
  readonly #computed: Computed;

  constructor(own: Fields, record: JsonObject, computed: Computed) {
    this.#own = own;
    this.#record = record;
    this.#computed = computed;
  }

  field(name: string): readonly Scalar[] | undefined {
    const values = this.#own.field(name);
    if (values !== undefined && values.length > 0) return values;
    return this.#computed.get(name)?.(this.#record) ?? values;
  }

  names(): readonly string[] {
    const computed = [...this.#computed.keys()].filter((name) => this.field(name) !== undefined);
    return [...new Set([...this.#own.names(), ...computed])];
  }

  /** The computed ones are values of the record as well: words in them are found by keywords. */
  eachValue(visit: (value: Scalar) => void): void {
    this.#own.eachValue(visit);
    for (const compute of this.#computed.values()) compute(this.#record)?.forEach(visit);
  }

  isParent(name: string): boolean {
    return this.#own.isParent(name);
  }
}

/** What stands below these keys, one in the other. */
export function at(record: JsonObject, ...keys: readonly string[]): Json | undefined {
  let value: Json | undefined = record;
  for (const key of keys) value = isJsonObject(value) ? own(value, key) : undefined;
  return value;
}

/** An object or a list as its JSON text, for rules that look for words in it. */
export function jsonText(value: Json | undefined): readonly string[] | undefined {
  if (!isContainer(value) || isDeeperThan(deepest, value)) return undefined;
  return [JSON.stringify(value)];
}

/** As deep as records may be; beyond it printing would run out of stack. */
const deepest = 64;

/** Fields that are the text of an object or a list at a path of the same name. */
export const textsAt = (...paths: readonly string[]): Computed =>
  new Map(
    paths.map((path) => {
      const keys = path.split(".");
      return [path, (record: JsonObject) => jsonText(at(record, ...keys))];
    }),
  );

/** The objects in a list. */
export const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];
