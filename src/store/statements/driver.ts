import { columnOf, type DetectionPredicate } from "./detectionPredicate.ts";

/** A column with an index (tenant, column, id), and the values that are wanted of it. */
export interface Driver {
  readonly column: string;
  readonly type: "int" | "text";
  readonly values: readonly (number | string)[];
}

/** Of so few rules each is looked up, and PostgreSQL decides by what: by the rule, or by a host that is asked for besides. */
const fewRules = 64;

/**
 * What a list is best found by: each value's newest detections come from an index, and are merged.
 *
 * Never `column = any(..) order by id limit n`: for values that are seldom there the planner would walk the whole table.
 */
export function driverOf(ruleIds: readonly number[] | undefined, predicate: DetectionPredicate): Driver | undefined {
  const rules: Driver | undefined = ruleIds && { column: "rule_id", type: "int", values: ruleIds };
  if (rules && rules.values.length <= fewRules) return rules;
  const parts = conjuncts(predicate);
  return textDriver(parts) ?? rules ?? severityDriver(parts);
}

/** The parts that must all hold. */
export const conjuncts = (predicate: DetectionPredicate): readonly DetectionPredicate[] =>
  predicate.kind === "and" ? predicate.operands.flatMap(conjuncts) : [predicate];

function textDriver(parts: readonly DetectionPredicate[]): Driver | undefined {
  for (const part of parts) {
    if (part.kind === "host" || part.kind === "user" || part.kind === "sourceAddress" || part.kind === "assignee")
      return { column: columnOf[part.kind], type: "text", values: [...new Set(part.in)] };
  }
  return undefined;
}

function severityDriver(parts: readonly DetectionPredicate[]): Driver | undefined {
  const part = parts.find(({ kind }) => kind === "severity");
  return part?.kind === "severity" ? { column: "severity", type: "int", values: [...new Set(part.in)] } : undefined;
}
