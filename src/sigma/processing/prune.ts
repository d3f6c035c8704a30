import type { Condition } from "../condition.ts";
import type { Rule, Selection } from "../rule.ts";
import { fail, type Work } from "./work.ts";

/**
 * The rule with these selections, of which some may have nothing left: they, and what the conditions say of them, are dropped,
 * as if they had never been asked for. A condition with nothing left is dropped too; a rule without any is refused.
 */
export function prune(rule: Rule, bodies: ReadonlyMap<string, Selection | undefined>, work: Work): Rule {
  const selections = new Map(Array.from(bodies).flatMap(([name, body]) => (body ? [[name, body] as const] : [])));
  const { detection } = rule;
  if (selections.size === bodies.size) return { ...rule, detection: { ...detection, selections } };
  const conditions = detection.conditions.flatMap((condition) => pruneCondition(condition, selections) ?? []);
  if (conditions.length === 0) fail(work, detection.span, "the pipeline leaves nothing of this rule");
  return { ...rule, detection: { ...detection, selections, conditions } };
}

function pruneCondition(condition: Condition, selections: ReadonlyMap<string, Selection>): Condition | undefined {
  switch (condition.kind) {
    case "selection":
      return selections.has(condition.name) ? condition : undefined;
    case "not": {
      const operand = pruneCondition(condition.operand, selections);
      return operand && { ...condition, operand };
    }
    case "and":
    case "or": {
      const operands = condition.operands.flatMap((operand) => pruneCondition(operand, selections) ?? []);
      const [only] = operands;
      return only && (operands.length === 1 ? only : { ...condition, operands });
    }
    case "quantifier": {
      const names = condition.names.filter((name) => selections.has(name));
      const count = condition.count === "all" ? "all" : Math.min(condition.count, names.length);
      return names.length === 0 ? undefined : { ...condition, names, count };
    }
  }
}
