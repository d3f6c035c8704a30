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
export function* leaves(condition: Condition): Iterable<Extract<Condition, { kind: "selection" }> | Quantifier> {
  switch (condition.kind) {
    case "selection":
    case "quantifier":
      yield condition;
      break;
    case "not":
      yield* leaves(condition.operand);
      break;
    case "and":
    case "or":
      for (const operand of condition.operands) yield* leaves(operand);
  }
}
