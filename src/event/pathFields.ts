import type { JsonObject, Scalar } from "../std/index.ts";
import { eachScalar } from "./eachScalar.ts";
import type { Fields } from "./fields.ts";
import { compilePlan, type Layout, type Plan, type View } from "./layout.ts";
import { leafPaths } from "./leafPaths.ts";
import { compilePath, type Path } from "./path.ts";
import { hasBelow, objectsAt } from "./valuesAt.ts";

/** Gives the fields of records that are laid out so: nothing of a record is copied, or looked at before it is asked for. */
export function readerOf(layout: Layout): (record: JsonObject) => Fields {
  const plan = compilePlan(layout);
  return (record) => new PathFields(record, plan);
}

/** A class, because closures made for each event would cost a tenth of parsing it. */
export class PathFields implements Fields, View {
  readonly record: JsonObject;
  /** That of all records that are laid out alike. */
  readonly plan: Plan;
  readonly isVerbatim = true;
  #spaced: ReadonlyMap<string, Path> | undefined;
  #names: readonly string[] | undefined;

  constructor(record: JsonObject, plan: Plan) {
    this.record = record;
    this.plan = plan;
  }

  field(name: string): readonly Scalar[] | undefined {
    return this.plan.sources(name).values(this);
  }

  first(name: string): Scalar | undefined {
    return this.plan.sources(name).first(this);
  }

  names(): readonly string[] {
    return (this.#names ??= [...new Set(Array.from(leafPaths(this.record), (path) => this.plan.nameOf(this, path)))]);
  }

  eachValue(visit: (value: Scalar) => void): void {
    eachScalar(this.record, visit);
  }

  isParent(name: string): boolean {
    const { places, dotted } = this.plan;
    const isBelow = (other: string): boolean => other.startsWith(`${name}.`) && this.field(other) !== undefined;
    return places(name).some((place) => hasBelow(this.record, place)) || dotted.some(isBelow);
  }

  spaced(): ReadonlyMap<string, Path> {
    return (this.#spaced ??= spacedMembers(this.record, this.plan.homes));
  }
}

function spacedMembers(record: JsonObject, homes: readonly Path[]): ReadonlyMap<string, Path> {
  const spaced = new Map<string, Path>();
  const add = (path: string, name: string): void => {
    if (name.includes(" ")) spaced.set(name.replaceAll(" ", ""), compilePath(path));
  };
  for (const home of homes) {
    const prefix = `${home.text}.`;
    for (const object of objectsAt(record, home)) for (const key in object) add(prefix + key, key);
    for (const key in record) if (key.startsWith(prefix)) add(key, key.slice(prefix.length));
  }
  return spaced;
}
