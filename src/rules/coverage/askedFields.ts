import type { Pattern, Rule, Selection } from "../../sigma/index.ts";

/** The fields that a rule asks an event for, those that it compares others with too; in the order of the rule. */
export function askedFields(rule: Rule): readonly string[] {
  const known = asked.get(rule);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const selection of rule.detection.selections.values()) collect(selection, names);
  const fields = [...names];
  asked.set(rule, fields);
  return fields;
}

/** A rule is a value: it never asks for anything else. */
const asked = new WeakMap<Rule, readonly string[]>();

function collect(selection: Selection, names: Set<string>): void {
  if (selection.kind !== "item") return selection.operands.forEach((operand) => collect(operand, names));
  if (selection.field !== undefined) names.add(selection.field);
  for (const { alternatives } of selection.values) {
    for (const field of alternatives.flatMap(otherField)) names.add(field);
  }
}

/** The field that a `fieldref` compares with. */
export const otherField = (pattern: Pattern): readonly string[] => (pattern.kind === "fieldref" ? [pattern.field] : []);
