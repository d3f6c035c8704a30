import type { Pattern, StringPart } from "../../sigma/index.ts";
import { fold } from "../../std/index.ts";
import type { Field } from "../eventView.ts";
import { compilePattern } from "../matchers.ts";
import { isPlain } from "./plainText.ts";
import { indexValues, type NumberedAtom } from "./valueIndex.ts";

type FieldTest = (field: Field) => boolean;

/** So many plain texts are worth an index of their own. */
const fewest = 8;

/** Whether any of the patterns matches a field. Lists of hundreds of texts are common: they are looked up together. */
export function compileAlternatives(patterns: readonly Pattern[]): FieldTest {
  const plain = patterns.flatMap((pattern) => plainAtom(pattern) ?? []);
  if (plain.length < fewest) return anyOf(patterns.map(compileOne));
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

/** A text without regard to case, in one place of the value: what an index answers exactly. */
function plainAtom(pattern: Pattern): Omit<NumberedAtom, "number"> | undefined {
  if (pattern.kind !== "string" || pattern.cased) return undefined;
  const kind = kindOf.get(pattern.parts.map((part) => part.kind).join(" "));
  const text = fold(pattern.parts.map(literalOf).join(""));
  return kind === undefined || text === "" || !isPlain(text) ? undefined : { kind, text };
}

const kindOf = new Map<string, NumberedAtom["kind"]>([
  ["literal", "equals"],
  ["literal anyRun", "startswith"],
  ["anyRun literal", "endswith"],
  ["anyRun literal anyRun", "contains"],
]);

const literalOf = (part: StringPart): string => (part.kind === "literal" ? part.text : "");

function anyOf(tests: readonly FieldTest[]): FieldTest {
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return (field) => {
    for (const test of tests) if (test(field)) return true;
    return false;
  };
}
