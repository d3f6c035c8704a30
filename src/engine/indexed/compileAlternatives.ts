import type { Pattern } from "../../sigma/index.ts";
import type { Field } from "../eventView.ts";
import { compilePattern } from "../matchers.ts";
import { fewestIndexed, plainAtom } from "./plainAtom.ts";
import { indexValues, type NumberedAtom } from "./texts/valueIndex.ts";

type FieldTest = (field: Field) => boolean;

/** Whether any of the patterns matches a field. Lists of hundreds of texts are common: they are looked up together. */
export function compileAlternatives(patterns: readonly Pattern[]): FieldTest {
  const plain = patterns.flatMap((pattern) => plainAtom(pattern) ?? []);
  if (plain.length < fewestIndexed) return anyOf(patterns.map(compileOne));
  const others = patterns.filter((pattern) => plainAtom(pattern) === undefined);
  return anyOf([findAny(plain), ...others.map(compileOne)]);
}

function compileOne(pattern: Pattern): FieldTest {
  const matches = compilePattern(pattern);
  return (field) => matches(field) !== undefined;
}

function findAny(atoms: readonly Omit<NumberedAtom, "number">[]): FieldTest {
  const index = indexValues(atoms.map((atom) => ({ ...atom, number: 0 })));
  let count = 0;
  const found = (): void => void (count += 1);
  return ({ values = [] }) => {
    const before = count;
    for (const { scalar } of values) {
      index(scalar, found);
      if (count !== before) return true;
    }
    return false;
  };
}

function anyOf(tests: readonly FieldTest[]): FieldTest {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (field) => {
    for (const test of tests) if (test(field)) return true;
    return false;
  };
}
