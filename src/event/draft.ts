import type { Scalar } from "../std/index.ts";
import type { Fields } from "./fields.ts";

/** Fields that are gathered in one pass over a record, for shapes in which names stand in values. It never leaves this room. */
export interface Draft {
  readonly fields: Map<string, Scalar[]>;
  /** Dotted path in the record -> the name that its leaves have in `fields`, where the two differ. */
  readonly aliases: Map<string, string>;
}

export const emptyDraft = (): Draft => ({ fields: new Map(), aliases: new Map() });

/** Adds a value that stands at a dotted path of the record under the name that it has in Sigma. */
export function addLeaf(draft: Draft, path: string, name: string, value: Scalar): void {
  const values = draft.fields.get(name);
  if (values === undefined) draft.fields.set(name, [value]);
  else values.push(value);
  if (path !== name) draft.aliases.set(path, name);
}

/** Says that a field is there, with no value: an empty list or object. */
export function addEmpty(draft: Draft, path: string, name: string): void {
  if (!draft.fields.has(name)) draft.fields.set(name, []);
  if (path !== name) draft.aliases.set(path, name);
}

/** The fields that have been gathered. */
export function fieldsOf({ fields, aliases }: Draft): Fields {
  return {
    field: (name) => fields.get(name) ?? fields.get(aliases.get(name) ?? name),
    names: () => [...fields.keys()],
    eachValue: (visit) => {
      for (const values of fields.values()) for (const value of values) visit(value);
    },
    isParent: (name) => [...fields.keys(), ...aliases.keys()].some((path) => path.startsWith(`${name}.`)),
  };
}
