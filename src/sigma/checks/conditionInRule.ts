import type { Condition, Quantifier } from "../condition.ts";

/** A section that has selections and a condition over them. */
export type SectionKind = "detection" | "filter";

/** A parsed condition, the names of all selections beside it, and the section that they stand in. */
export interface ConditionInRule {
  readonly condition: Condition;
  readonly names: readonly string[];
  readonly kind: SectionKind;
}

/** The names and quantifiers of a condition, from left to right. */
export function leaves(condition: Condition): readonly Leaf[] {
  switch (condition.kind) {
    case "selection":
    case "quantifier":
      return [condition];
    case "not":
      return leaves(condition.operand);
    case "and":
    case "or":
      return condition.operands.flatMap(leaves);
  }
}

type Leaf = Extract<Condition, { kind: "selection" }> | Quantifier;
