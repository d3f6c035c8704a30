import { isString } from "../metadata/keys.ts";
import { problem, type Report } from "../problem.ts";
import { quote } from "../quote.ts";
import { suggest } from "../suggest.ts";
import { entryOf, type MapNode, type Node, valueOf } from "../yaml/node.ts";
import type { ProcessingCondition } from "./conditions/condition.ts";
import { holds, parseExpression } from "./expressions.ts";
import { choice, flag, type Parameters, refuse, refuseUnknown } from "./parameters.ts";

/** The conditions of one kind of a step, linked: whether they hold, given whether each does. Without any they hold. */
export type Guard<Test> = (isTrue: (test: Test) => boolean) => boolean;

/** The keys of a step that hold conditions: `rule_conditions`, `rule_cond_op` and so on. */
export const guardKeys = (prefix: string): readonly string[] => [
  `${prefix}_conditions`,
  ...["op", "not", "expr"].map((end) => `${prefix}_cond_${end}`),
];

/** Reads the conditions that begin with `prefix`; what is wrong in them is reported, and they then hold nothing of worth. */
export function readGuard<Test>(
  step: Parameters,
  prefix: string,
  known: readonly ProcessingCondition<Test>[],
): Guard<Test> {
  const value = valueOf(step.map, `${prefix}_conditions`);
  const isNegated = flag(step, `${prefix}_cond_not`);
  const named = value ? readConditions(step, value, known) : new Map<string, Test>();
  const link = readLink(step, prefix, value ? namesOf(value) : []);
  if (named.size === 0) return () => true;
  return (isTrue) => {
    const found = link(
      (name) => {
        const test = named.get(name);
        return test !== undefined && isTrue(test);
      },
      [...named.keys()],
    );
    return found !== isNegated;
  };
}

type Link = (isTrue: (name: string) => boolean, names: readonly string[]) => boolean;

/** An expression over the names, or one operator between all. */
function readLink(step: Parameters, prefix: string, names: readonly string[]): Link {
  const operator = choice(step, `${prefix}_cond_op`, ["and", "or"]);
  const expression = valueOf(step.map, `${prefix}_cond_expr`);
  if (!expression) {
    return operator === "or" ? (isTrue, all) => all.some(isTrue) : (isTrue, all) => all.every(isTrue);
  }
  refuseBoth(step, prefix);
  const parsed =
    expression.kind === "scalar" && isString(expression)
      ? parseExpression(expression, names, step.report)
      : refuse(step, expression, `\`${prefix}_cond_expr\` is a string`);
  return (isTrue) => parsed !== undefined && holds(parsed, isTrue);
}

/** An expression says how conditions are linked, and needs their names. */
function refuseBoth({ map, report }: Parameters, prefix: string): void {
  const operator = entryOf(map, `${prefix}_cond_op`);
  if (operator) {
    const message = `\`${prefix}_cond_expr\` already links the conditions`;
    report(problem("invalid-parameter", operator.key.span, message));
  }
  const conditions = entryOf(map, `${prefix}_conditions`);
  if (conditions?.value.kind === "sequence") {
    const message = "an expression needs conditions with names: a map, not a list";
    report(problem("invalid-parameter", conditions.key.span, message));
  }
}

/** Also of conditions that are wrong: an expression may name them. */
const namesOf = (conditions: Node): readonly string[] =>
  conditions.kind === "map" ? conditions.entries.map(({ key }) => key.text) : [];

function readConditions<Test>(
  step: Parameters,
  value: Node,
  known: readonly ProcessingCondition<Test>[],
): ReadonlyMap<string, Test> {
  const named = new Map<string, Test>();
  const add = (name: string, node: Node): void => {
    const test =
      node.kind === "map" ? readCondition(node, known, step.report) : refuse(step, node, "a condition is a map");
    if (test !== undefined) named.set(name, test);
  };
  if (value.kind === "map") for (const { key, value: node } of value.entries) add(key.text, node);
  else if (value.kind === "sequence") value.items.forEach((node, index) => add(String(index), node));
  else refuse(step, value, "conditions are a list, or a map with their names");
  return named;
}

function readCondition<Test>(
  map: MapNode,
  known: readonly ProcessingCondition<Test>[],
  report: Report,
): Test | undefined {
  const type = valueOf(map, "type");
  if (type?.kind !== "scalar") {
    report(problem("missing-key", map.span, "a condition needs a `type`"));
    return undefined;
  }
  const condition = known.find(({ name }) => name === type.text);
  if (!condition) {
    const names = known.map(({ name }) => name);
    const message = `there is no condition of the type ${quote(type.text)} here`;
    const hint = suggest(type.text, names) ?? `one of ${names.join(", ")}`;
    report(problem("unknown-processing-condition", type.span, message, hint));
    return undefined;
  }
  const parameters = { map, type: type.text, place: type.span, report };
  refuseUnknown(parameters, ["type", ...condition.parameters]);
  return condition.read(parameters);
}
