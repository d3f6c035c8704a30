import type { Value } from "../../sigma/index.ts";
import type { CompileList } from "../compileItem.ts";
import type { Field } from "../eventView.ts";
import { some } from "../finder.ts";
import { fewestIndexed, soughtAtoms } from "./plainAtom.ts";
import { indexValues } from "./texts/valueIndex.ts";

/** Looks the texts of a long list up together, and asks only the values that can match. */
export const inOneGo: CompileList = (name, values, finders) => {
  const atoms = values.map((value) => atomsOf(name, value));
  const sought = atoms.flatMap((ofValue, number) => (ofValue ?? []).map((atom) => ({ ...atom, number })));
  if (sought.length < fewestIndexed) return some(finders);
  const index = indexValues(sought);
  const others = values.flatMap((_, number) => (atoms[number] === undefined ? [number] : []));
  const hits = new Set<number>();
  const found = (number: number): void => void hits.add(number);
  return (field: Field, evidence) => {
    hits.clear();
    for (const { scalar } of field.values ?? []) index(scalar, found);
    if (hits.size + others.length === 0) return false;
    const asked = [...hits, ...others].sort((one, other) => one - other);
    let held = false;
    for (const number of asked) if (finders[number]?.(field, evidence) === true) held = true;
    return held;
  };
};

/** What can be looked up of a value, if that can be of all its alternatives. */
function atomsOf(field: string, { alternatives }: Value) {
  const atoms = alternatives.map((pattern) => soughtAtoms(field, pattern));
  return atoms.every((each) => each !== undefined) ? atoms.flat() : undefined;
}
