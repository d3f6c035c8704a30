import { groupBy, type Scalar } from "../std/index.ts";
import type { Fields } from "./fields.ts";

/** A field that a record does not have but implies. It is worked out when it is asked for. */
export interface Derivation {
  readonly name: string;
  /** Stands in place of what the record itself has under this name. */
  readonly replaces?: boolean;
  /** Whether what it gives is a number, or a part of a value that the record has: the record's JSON text has it too. */
  readonly isWritten?: boolean;
  /** The value, from the record's own fields; undefined where they do not tell. */
  readonly value: (fields: Fields) => Scalar | readonly Scalar[] | undefined;
}

export type Replaced = readonly [name: string, value: (fields: Fields) => readonly Scalar[] | undefined];

/** Derivations, compiled. */
export interface DerivationTable {
  /** Of several for one name the first that has a value counts. */
  readonly byName: ReadonlyMap<string, (fields: Fields) => readonly Scalar[] | undefined>;
  /** Names under which something else may stand than what the record has there, and that, where it does. */
  readonly replaced: readonly Replaced[];
  /** Those of them of which the record's JSON text may not have what stands there. */
  readonly unwritten: readonly Replaced[];
}

export function compileDerivations(derivations: readonly Derivation[]): DerivationTable {
  const names = new Set(derivations.map(({ name }) => name));
  const replacing = derivations.filter(({ replaces }) => replaces === true);
  return {
    byName: new Map(Array.from(names, (name) => [name, compileName(name, derivations)])),
    replaced: compileReplaced(replacing),
    unwritten: compileReplaced(replacing.filter(({ isWritten }) => isWritten !== true)),
  };
}

const compileReplaced = (derivations: readonly Derivation[]): readonly Replaced[] =>
  Array.from(
    groupBy(derivations, ({ name }) => name),
    ([name, ofName]) => [name, (fields) => first(ofName, fields)],
  );

function compileName(name: string, derivations: readonly Derivation[]) {
  const ofName = derivations.filter((derivation) => derivation.name === name);
  const before = ofName.filter(({ replaces }) => replaces === true);
  const after = ofName.filter(({ replaces }) => replaces !== true);
  return (fields: Fields) => first(before, fields) ?? fields.field(name) ?? first(after, fields);
}

function first(derivations: readonly Derivation[], fields: Fields): readonly Scalar[] | undefined {
  for (const { value: valueOf } of derivations) {
    const value = valueOf(fields);
    if (value !== undefined) return isList(value) ? value : [value];
  }
  return undefined;
}

const isList = (value: Scalar | readonly Scalar[]): value is readonly Scalar[] => Array.isArray(value);
