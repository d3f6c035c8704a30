import { leaves } from "../checks/conditionInRule.ts";
import type { Condition } from "../condition.ts";
import { parseCondition } from "../condition/parseCondition.ts";
import { problem, type Report } from "../problem.ts";
import { quote } from "../quote.ts";
import { suggest } from "../suggest.ts";
import type { ScalarNode } from "../yaml/node.ts";

/**
 * Parses an expression over named conditions, such as `one and not two`; undefined if it is wrong, which is reported, as is a
 * condition that it does not name.
 */
export function parseExpression(scalar: ScalarNode, names: readonly string[], report: Report): Condition | undefined {
  const expression = parseCondition(scalar, names, report);
  if (!expression) return undefined;
  const named = new Set<string>();
  for (const leaf of leaves(expression)) {
    if (leaf.kind === "quantifier") {
      report(problem("unexpected-token", leaf.span, "this expression has no patterns: name its conditions"));
      return undefined;
    }
    named.add(leaf.name);
    if (names.includes(leaf.name)) continue;
    const message = `there is no condition ${quote(leaf.name)}`;
    report(problem("unknown-processing-condition", leaf.span, message, suggest(leaf.name, names)));
  }
  for (const name of names) {
    if (named.has(name)) continue;
    report(
      problem("unused-processing-condition", scalar.span, `the expression does not name the condition ${quote(name)}`),
    );
  }
  return expression;
}

/** Whether an expression holds, given whether each condition does. */
export function holds(expression: Condition, isTrue: (name: string) => boolean): boolean {
  switch (expression.kind) {
    case "selection":
      return isTrue(expression.name);
    case "not":
      return !holds(expression.operand, isTrue);
    case "and":
      return expression.operands.every((operand) => holds(operand, isTrue));
    case "or":
      return expression.operands.some((operand) => holds(operand, isTrue));
    case "quantifier":
      return false;
  }
}
