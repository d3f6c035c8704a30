import type { Json, Scalar } from "../std/index.ts";

/** An event's fields while they are gathered. The only mutable value of this room; it never leaves it. */
export interface Draft {
  readonly fields: Map<string, Scalar[]>;
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

/** Gives a field its Sigma name, unless the event has a field of that name. The old name stays resolvable. */
export function renameField(draft: Draft, from: string, to: string): void {
  const values = draft.fields.get(from);
  if (values === undefined || draft.fields.has(to)) return;
  draft.fields.delete(from);
  draft.fields.set(to, values);
  draft.aliases.set(from, to);
}

/** Adds a field that the record does not have but implies, unless the event has a field of that name. */
export function deriveField(draft: Draft, name: string, value: Scalar | undefined): void {
  if (value !== undefined && !draft.fields.has(name)) draft.fields.set(name, [value]);
}

/** The first value of a field as text; undefined if there is none, or nothing but null, `""` or the `-` that Windows writes for it. */
export function textOf(draft: Draft, name: string): string | undefined {
  const value = draft.fields.get(name)?.[0];
  return value === undefined || value === null || value === "" || value === "-" ? undefined : String(value);
}

/** A value with parts. */
export type Container = Exclude<Json, Scalar>;

export const isContainer = (value: Json | undefined): value is Container => typeof value === "object" && value !== null;
