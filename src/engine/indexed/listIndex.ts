import type { Value } from "../../sigma/index.ts";
import type { Scalar } from "../../std/index.ts";
import type { Atom } from "./anchors/atom.ts";
import { plainAtom, soughtAtoms } from "./plainAtom.ts";
import { remembering } from "./texts/memory.ts";
import type { OnFound } from "./texts/scan.ts";
import { indexValues, type NumberedAtom } from "./texts/valueIndex.ts";

/** A list of values for one field, of which those that can match are looked up together. */
export interface ListIndex {
  readonly atoms: readonly Pick<Atom, "kind" | "text">[];
  /** The places in the list of the values that may match this scalar. */
  readonly find: (scalar: Scalar) => readonly number[];
  /** Whether to be found is to match, by the place in the list. */
  readonly isExact: readonly boolean[];
  /** The places of the values that cannot be looked up: any of them may match. */
  readonly others: readonly number[];
}

/** So many texts are worth an index of their own; fewer are asked for one by one. */
const fewestIndexed = 16;

/** The index of a list; undefined if it is short. The test of a rule and its evidence share it, and what it found last. */
export function indexList(field: string, values: readonly Value[]): ListIndex | undefined {
  const known = indexes.get(values);
  if (known !== undefined || indexes.has(values)) return known;
  const made = makeIndex(field, values);
  indexes.set(values, made);
  return made;
}

const indexes = new WeakMap<readonly Value[], ListIndex | undefined>();

function makeIndex(field: string, values: readonly Value[]): ListIndex | undefined {
  const atoms = values.map((value) => atomsOf(field, value));
  const sought = atoms.flatMap((ofValue, number) => (ofValue ?? []).map((atom) => ({ ...atom, number })));
  const others = values.flatMap((_, number) => (atoms[number] === undefined ? [number] : []));
  if (sought.length < fewestIndexed) return undefined;
  const isExact = values.map(({ alternatives }) => alternatives.every((each) => plainAtom(each) !== undefined));
  return { atoms: sought, find: findIn(sought, values.length), isExact, others };
}

/** What can be looked up of a value, if that can be of all its alternatives. */
function atomsOf(field: string, { alternatives }: Value) {
  const atoms = alternatives.map((pattern) => soughtAtoms(field, pattern));
  return atoms.every((each) => each !== undefined) ? atoms.flat() : undefined;
}

function findIn(atoms: readonly NumberedAtom[], count: number): ListIndex["find"] {
  const index = remembering(indexValues(atoms));
  // In which round a value of the list was found last, so that it is told once for each scalar and nothing is ever cleared.
  const rounds = new Int32Array(count);
  let [last, round]: [Scalar | undefined, number] = [undefined, 0];
  let numbers: number[] = [];
  const found: OnFound = (number) => {
    if (rounds[number] === round) return;
    rounds[number] = round;
    numbers.push(number);
  };
  return (scalar) => {
    if (scalar === last) return numbers;
    [last, round, numbers] = [scalar, (round + 1) | 0, []];
    index(scalar, found);
    return numbers;
  };
}
