import { leaves } from "../checks/conditionInRule.ts";
import type { Condition } from "../condition.ts";
import { parseCondition } from "../condition/parseCondition.ts";
import type { Expectation } from "../correlation.ts";
import type { Located } from "../metadata.ts";
import { problem, type Report } from "../problem.ts";
import { quote } from "../quote.ts";
import { suggest } from "../suggest.ts";
import type { MapNode, ScalarNode } from "../yaml/node.ts";
import { readThreshold } from "./readThreshold.ts";
import { boundsOf, expressionOf } from "./section.ts";

/** What a temporal correlation expects of `rules`, which may be empty if its condition names them. */
export function readExpectation(section: MapNode, rules: readonly Located[], report: Report): Expectation | undefined {
  const expression = expressionOf(section);
  if (expression) {
    const condition = parseExpression(expression, rules, report);
    return condition && { kind: "condition", condition };
  }
  const bounds = boundsOf(section);
  return bounds ? { kind: "some", threshold: readThreshold(bounds) } : { kind: "all" };
}

/** The rules that an expression names, each once, in its order. */
export function rulesNamedBy(condition: Condition): readonly Located[] {
  const named = new Map<string, Located>();
  for (const leaf of leaves(condition)) {
    if (leaf.kind === "selection" && !named.has(leaf.name)) named.set(leaf.name, { text: leaf.name, span: leaf.span });
  }
  return [...named.values()];
}

function parseExpression(scalar: ScalarNode, rules: readonly Located[], report: Report): Condition | undefined {
  const names = rules.map(({ text }) => text);
  const condition = parseCondition(scalar, names, report);
  if (!condition) return undefined;
  for (const leaf of leaves(condition)) {
    if (leaf.kind === "quantifier") {
      report(problem("unexpected-token", leaf.span, "the condition of a correlation has no patterns: name its rules"));
    } else if (names.length > 0 && !names.includes(leaf.name)) {
      const message = `${quote(leaf.name)} is not among \`rules\``;
      report(problem("unlisted-rule", leaf.span, message, suggest(leaf.name, names)));
    }
  }
  const named = new Set(rulesNamedBy(condition).map(({ text }) => text));
  for (const { text, span } of rules) {
    if (!named.has(text)) report(problem("unused-rule", span, `the condition does not name ${quote(text)}`));
  }
  return condition;
}
