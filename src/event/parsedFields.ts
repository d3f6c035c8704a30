import type { Scalar } from "../std/index.ts";
import type { Fields } from "./fields.ts";

export type FieldMap = ReadonlyMap<string, readonly Scalar[]>;

/** The fields of a record together with those that stand in a text of it; the text is parsed when a field is first asked for. */
export function withParsed(own: Fields, parse: () => FieldMap): Fields {
  return new ParsedFields(own, parse);
}

/** A class, as in `pathFields.ts`: closures for each event cost more. */
class ParsedFields implements Fields {
  readonly #own: Fields;
  readonly #parse: () => FieldMap;
  #parsed: FieldMap | undefined;

  constructor(own: Fields, parse: () => FieldMap) {
    this.#own = own;
    this.#parse = parse;
  }

  field(name: string): readonly Scalar[] | undefined {
    return this.#fields().get(name) ?? this.#own.field(name);
  }

  names(): readonly string[] {
    return [...new Set([...this.#own.names(), ...this.#fields().keys()])];
  }

  eachValue(visit: (value: Scalar) => void): void {
    this.#own.eachValue(visit);
    for (const values of this.#fields().values()) for (const value of values) visit(value);
  }

  isParent(name: string): boolean {
    const prefix = `${name}.`;
    return this.#own.isParent(name) || [...this.#fields().keys()].some((each) => each.startsWith(prefix));
  }

  #fields(): FieldMap {
    return (this.#parsed ??= this.#parse());
  }
}

/** Fields that are being gathered. */
export type Gathered = Map<string, Scalar[]>;

export const gatherer = (): Gathered => new Map();

/** Adds a value under a name; one that the name has already is not repeated. */
export function gather(gathered: Gathered, name: string, value: Scalar | undefined): void {
  if (value === undefined) return;
  const values = gathered.get(name);
  if (values === undefined) gathered.set(name, [value]);
  else if (!values.includes(value)) values.push(value);
}
