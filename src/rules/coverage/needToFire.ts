import { createRuleSet, match } from "../../engine/index.ts";
import { normalise } from "../../event/index.ts";
import type { Condition, DetectionItem, Pattern, Rule, Selection } from "../../sigma/index.ts";
import { bug } from "../../std/index.ts";
import { otherField } from "./askedFields.ts";
import { joinNeeds, type Need } from "./need.ts";
import { atLeastOf, certain, either, everyOf, negated, type Possibility } from "./possibility.ts";

/** What is taken to be known of the events of one kind. */
export interface Knowledge {
  /** Whether some event carries a field. */
  readonly carries: (field: string) => boolean;
  /** The value that a field has in all of them, where it is known. */
  readonly constant: (field: string) => string | undefined;
}

/**
 * Whether a rule can match some event of which no more is known than this; its logsource is not asked.
 *
 * Never says no of a rule that can: a field that is carried may have any value, or be absent in some events.
 *
 * @returns undefined if it can, else what it would need
 */
export function needToFire({ detection, ...rule }: Rule, knowledge: Knowledge): Need | undefined {
  const selections = new Map(
    Array.from(detection.selections, ([name, body]) => [name, ofSelection(body, { rule, knowledge })]),
  );
  return atLeastOf(
    1,
    detection.conditions.map((condition) => ofCondition(condition, selections)),
  ).toHold;
}

function ofCondition(condition: Condition, selections: ReadonlyMap<string, Possibility>): Possibility {
  const all = (operands: readonly Condition[]) => operands.map((operand) => ofCondition(operand, selections));
  const named = (name: string) => selections.get(name) ?? bug(`no selection ${name}`);
  switch (condition.kind) {
    case "selection":
      return named(condition.name);
    case "not":
      return negated(ofCondition(condition.operand, selections));
    case "and":
      return everyOf(all(condition.operands));
    case "or":
      return atLeastOf(1, all(condition.operands));
    case "quantifier": {
      const parts = condition.names.map(named);
      return condition.count === "all" ? everyOf(parts) : atLeastOf(condition.count, parts);
    }
  }
}

interface Asking {
  readonly rule: Omit<Rule, "detection">;
  readonly knowledge: Knowledge;
}

function ofSelection(selection: Selection, asking: Asking): Possibility {
  switch (selection.kind) {
    case "and":
      return everyOf(selection.operands.map((operand) => ofSelection(operand, asking)));
    case "or":
      return atLeastOf(
        1,
        selection.operands.map((operand) => ofSelection(operand, asking)),
      );
    case "item":
      return ofItem(selection, asking);
  }
}

function ofItem(item: DetectionItem, { rule, knowledge }: Asking): Possibility {
  const { field, values, linking } = item;
  if (field === undefined) return either;
  // A reference depends on another field as well.
  const refers = values.some(({ alternatives }) => alternatives.some((one) => one.kind === "fieldref"));
  const had = refers ? undefined : knowledge.constant(field);
  if (had !== undefined) return certain(holdsOf(item, { rule, field, had }), { kind: "value", field, had });
  if (knowledge.carries(field)) {
    const parts = values.map(({ alternatives }) =>
      atLeastOf(
        1,
        alternatives.map((one) => ofPattern(one, knowledge)),
      ),
    );
    const linked = linking === "all" ? everyOf(parts) : atLeastOf(1, parts);
    return item.negated ? negated(linked) : linked;
  }
  const absent = values.map(({ alternatives }) => alternatives.some(isAbsence));
  const holds = linking === "all" ? absent.every(Boolean) : absent.some(Boolean);
  return certain(
    holds !== item.negated,
    absenceNeed(
      field,
      values.flatMap(({ alternatives }) => alternatives),
      knowledge,
    ),
  );
}

/** Whether an item holds for a value of its field, as the evaluator says. */
function holdsOf(
  item: DetectionItem,
  { rule, field, had }: { rule: Omit<Rule, "detection">; field: string; had: string },
): boolean {
  const { span } = item;
  const detection = {
    selections: new Map([["it", item]]),
    conditions: [{ kind: "selection", name: "it", span } as const],
    span,
  };
  const alone: Rule = { ...rule, logsource: { span }, detection };
  return match(createRuleSet([[0, alone]]), normalise({ [field]: had })).length > 0;
}

/** A pattern for a field that is carried: a reference needs its other field too. */
function ofPattern(pattern: Pattern, { carries }: Knowledge): Possibility {
  const missing = otherField(pattern).find((field) => !carries(field));
  return missing === undefined ? either : certain(false, { kind: "field", field: missing });
}

/** What holds where a field is absent. */
const isAbsence = (pattern: Pattern): boolean =>
  pattern.kind === "null" || (pattern.kind === "exists" && !pattern.expected);

/** The field, and for a reference the other one, unless it is carried. */
function absenceNeed(field: string, patterns: readonly Pattern[], { carries }: Knowledge): Need {
  const others = patterns.flatMap(otherField).filter((other) => !carries(other));
  const needs: readonly Need[] = [field, ...others].map((name) => ({ kind: "field", field: name }));
  return patterns.length === 1 ? joinNeeds("all", needs) : { kind: "field", field };
}
