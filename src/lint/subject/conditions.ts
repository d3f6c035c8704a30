import type { Condition, Quantifier } from "../../sigma/index.ts";

export type Leaf = Extract<Condition, { kind: "selection" }> | Quantifier;

/** A selection or a quantifier of a condition, and whether an event must not match it. */
export interface PlacedLeaf {
  readonly leaf: Leaf;
  readonly isNegated: boolean;
}

/** The leaves of a condition, from left to right. */
export function leavesOf(condition: Condition, isNegated = false): readonly PlacedLeaf[] {
  switch (condition.kind) {
    case "selection":
    case "quantifier":
      return [{ leaf: condition, isNegated }];
    case "not":
      return leavesOf(condition.operand, !isNegated);
    case "and":
    case "or":
      return condition.operands.flatMap((operand) => leavesOf(operand, isNegated));
  }
}

/** The quantifiers of a condition, from left to right. */
export const quantifiersOf = (condition: Condition): readonly Quantifier[] =>
  leavesOf(condition).flatMap(({ leaf }) => (leaf.kind === "quantifier" ? leaf : []));

/** The selections that a leaf asks for. */
export const namesOf = (leaf: Leaf): readonly string[] => (leaf.kind === "selection" ? [leaf.name] : leaf.names);

/** The selections that a condition asks for. */
export const namesIn = (condition: Condition): readonly string[] =>
  leavesOf(condition).flatMap(({ leaf }) => namesOf(leaf));

/** Whether a condition holds for an event that matches no selection. */
export function holdsForNothing(condition: Condition): boolean {
  switch (condition.kind) {
    case "selection":
    case "quantifier":
      return false;
    case "not":
      return !holdsForNothing(condition.operand);
    case "and":
      return condition.operands.every(holdsForNothing);
    case "or":
      return condition.operands.some(holdsForNothing);
  }
}
