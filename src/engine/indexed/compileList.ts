import type { Value } from "../../sigma/index.ts";
import type { CompileList } from "../compileItem.ts";
import type { Field } from "../eventView.ts";
import { some } from "../finder.ts";
import { fewestIndexed, plainAtom } from "./plainAtom.ts";
import { indexValues } from "./valueIndex.ts";

/** Looks the plain texts of a long list up together, and asks only the values that can match. */
export const inOneGo: CompileList = (values, finders) => {
  const atoms = values.map(atomsOf);
  const plain = atoms.flatMap((ofValue, number) => (ofValue ?? []).map((atom) => ({ ...atom, number })));
  if (plain.length < fewestIndexed) return some(finders);
  const index = indexValues(plain);
  // A stamp is a round's number, so that nothing is ever cleared.
  const stamps = new Int32Array(values.length);
  let round = 0;
  const found = (number: number): void => void (stamps[number] = round);
  return (field: Field) => {
    round = (round + 1) | 0;
    for (const { scalar } of field.values ?? []) index(scalar, found);
    const asked = finders.filter((_, number) => atoms[number] === undefined || stamps[number] === round);
    return some(asked)(field);
  };
};

/** The texts of a value, if it has nothing else. */
function atomsOf({ alternatives }: Value) {
  const atoms = alternatives.flatMap((pattern) => plainAtom(pattern) ?? []);
  return atoms.length === alternatives.length ? atoms : undefined;
}
