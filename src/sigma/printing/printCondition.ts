import type { Condition } from "../condition.ts";

/** Writes a condition as an author would, each `and` and `or` within another in parentheses: `a and not (b or 1 of c_*)`. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case "selection":
      return condition.name;
    case "not":
      return `not ${printOperand(condition.operand)}`;
    case "and":
    case "or":
      return condition.operands.map(printOperand).join(` ${condition.kind} `);
    case "quantifier":
      return `${condition.count} of ${condition.glob}`;
  }
}

const printOperand = (operand: Condition): string =>
  operand.kind === "and" || operand.kind === "or" ? `(${printCondition(operand)})` : printCondition(operand);
