import type { Value } from "../../sigma/index.ts";
import type { CompileList } from "../compileItem.ts";
import type { Field } from "../eventView.ts";
import { some } from "../finder.ts";
import { fewestIndexed, plainAtom } from "./plainAtom.ts";
import { indexValues } from "./texts/valueIndex.ts";

/** Looks the plain texts of a long list up together, and asks only the values that can match. */
export const inOneGo: CompileList = (values, finders) => {
  const atoms = values.map(atomsOf);
  const plain = atoms.flatMap((ofValue, number) => (ofValue ?? []).map((atom) => ({ ...atom, number })));
  if (plain.length < fewestIndexed) return some(finders);
  const index = indexValues(plain);
  const others = values.flatMap((_, number) => (atoms[number] === undefined ? [number] : []));
  const hits = new Set<number>();
  const found = (number: number): void => void hits.add(number);
  return (field: Field) => {
    hits.clear();
    for (const { scalar } of field.values ?? []) index(scalar, found);
    if (hits.size + others.length === 0) return undefined;
    const asked = [...hits, ...others].sort((one, other) => one - other);
    const evidence = asked.flatMap((number) => finders[number]?.(field) ?? []);
    return evidence.length === 0 ? undefined : evidence;
  };
};

/** The texts of a value, if it has nothing else. */
function atomsOf({ alternatives }: Value) {
  const atoms = alternatives.flatMap((pattern) => plainAtom(pattern) ?? []);
  return atoms.length === alternatives.length ? atoms : undefined;
}
