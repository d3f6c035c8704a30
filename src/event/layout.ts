import { groupBy, type JsonObject, remember, type Scalar } from "../std/index.ts";
import { isContainer, own } from "./container.ts";
import type { Fields } from "./fields.ts";
import { compilePath, type Path } from "./path.ts";
import { valuesAt } from "./valuesAt.ts";

/** Where the fields of a kind of record stand. Any field can be asked for by its dotted path as well. */
export interface Layout {
  /** Dotted paths of objects whose members go by their own names, spaces taken out. */
  readonly homes?: readonly string[];
  /** Names of members of those objects that do not: they keep their paths. */
  readonly hidden?: ReadonlySet<string>;
  /**
   * Fields that have another name in Sigma, the better source first. A path has one name, the first given here; a name that
   * the record has from its own data is never taken from here.
   */
  readonly names?: Names;
}

export type Names = readonly (readonly [from: string, name: string])[];

/** A record with what is found out about it. */
export interface View extends Fields {
  readonly record: JsonObject;
  /** Name without spaces -> the path of the member of a home that has spaces in its name. */
  readonly spaced: () => ReadonlyMap<string, Path>;
}

type Source = (view: View) => readonly Scalar[] | undefined;

/** How one field of a record is read. */
export interface Sources {
  values(view: View): readonly Scalar[] | undefined;
  /** The first of the values, without a list. */
  first(view: View): Scalar | undefined;
}

/** A layout, compiled. What is known of a name is worked out when it is first asked for, and kept for all records. */
export interface Plan {
  readonly homes: readonly Path[];
  readonly sources: (name: string) => Sources;
  /** The name of what stands at a path of this record. */
  readonly nameOf: (view: View, path: string) => string;
  /** The paths under which what a name is the parent of would stand. */
  readonly places: (name: string) => readonly Path[];
  /** Sigma names with dots, which make parents of their own. */
  readonly dotted: readonly string[];
}

export function compilePlan({ homes = [], hidden = new Set(), names = [] }: Layout): Plan {
  const named = new Map<string, string>();
  for (const [from, name] of names) if (!named.has(from)) named.set(from, name);
  const candidates = groupBy(named, ([, name]) => name);
  const places = remember((name: string): readonly Path[] => {
    const inHomes = hidden.has(name) ? [] : homes.map((home) => compilePath(`${home}.${name}`));
    return [compilePath(name), ...inHomes];
  });
  const ownSource = remember((name: string) => compileOwn(places(name), hidden.has(name) ? undefined : name));
  const isThere = (view: View, name: string): boolean => ownSource(name)(view) !== undefined;
  return {
    homes: homes.map(compilePath),
    places,
    sources: remember((name) => sourcesOf([name, ...fromOthers(name)])),
    nameOf: (view, path) => {
      const mine = ownName(path);
      const name = named.get(mine);
      if (name === undefined || isThere(view, name)) return mine;
      return fromOthers(name).find((from) => isThere(view, from)) === mine ? name : mine;
    },
    dotted: [...candidates.keys()].filter((name) => name.includes(".")),
  };

  function sourcesOf(own: readonly string[]): Sources {
    const values = anyOf(own.map(ownSource));
    const isFlat = own.every((name) => places(name).length === 1 && isKey(name));
    return isFlat ? ofKeys(own, values) : { values, first: (view) => values(view)?.[0] };
  }

  function fromOthers(name: string): readonly string[] {
    return (candidates.get(name) ?? []).map(([from]) => from);
  }

  function ownName(path: string): string {
    const home = homes.find((each) => path.startsWith(`${each}.`));
    const name = home === undefined ? path : path.slice(home.length + 1).replaceAll(" ", "");
    return home !== undefined && hidden.has(name) ? path : name;
  }
}

/** What goes by a name of its own: at its path, in a home, in a home under the name with spaces. */
function compileOwn([path, ...inHomes]: readonly Path[], name: string | undefined): Source {
  if (path === undefined) return () => undefined;
  if (inHomes.length === 0 || name === undefined) return ({ record }) => valuesAt(record, path);
  return (view) => {
    let found = valuesAt(view.record, path);
    for (const place of inHomes) found = joined(found, valuesAt(view.record, place));
    const spaced = found === undefined ? view.spaced().get(name) : undefined;
    return spaced === undefined ? found : valuesAt(view.record, spaced);
  };
}

const isKey = (path: string): boolean => !path.includes(".");

/** Of names that stand at the top of a record and nowhere else, the first that is there: most events of Windows are so. */
function ofKeys(keys: readonly string[], values: Source): Sources {
  return {
    values: (view) => {
      for (const key of keys) {
        const value = own(view.record, key);
        if (value !== undefined) return isContainer(value) ? values(view) : [value];
      }
      return undefined;
    },
    first: (view) => {
      for (const key of keys) {
        const value = own(view.record, key);
        if (value !== undefined) return isContainer(value) ? values(view)?.[0] : value;
      }
      return undefined;
    },
  };
}

function joined(one: readonly Scalar[] | undefined, other: readonly Scalar[] | undefined) {
  return one === undefined || other === undefined ? (one ?? other) : [...one, ...other];
}

function anyOf(sources: readonly Source[]): Source {
  const [only] = sources;
  if (only !== undefined && sources.length === 1) return only;
  return (view) => {
    for (const source of sources) {
      const values = source(view);
      if (values !== undefined) return values;
    }
    return undefined;
  };
}
