import type { Condition, DetectionItem, Rule, Selection } from "../../../sigma/index.ts";
import { bug } from "../../../std/index.ts";
import { type Anchor, cheaper, eitherOf } from "./atom.ts";
import { anchorOfPattern } from "./patternAnchor.ts";

/** Which fields may be looked up. */
type FieldFilter = (field: string | undefined) => boolean;

/** What must hold of an event for a part of a rule to hold, as cheap as it can be. */
export interface RuleAnchors {
  readonly ofCondition: (condition: Condition) => Anchor | undefined;
  readonly ofName: (selection: string) => Anchor | undefined;
  readonly ofSelection: (body: Selection) => Anchor | undefined;
}

/** By the fields that are accepted only. */
export function anchorsOf({ detection }: Pick<Rule, "detection">, accepts: FieldFilter): RuleAnchors {
  const selections = new Map<string, Anchor | undefined>();
  const ofName = (name: string): Anchor | undefined => {
    if (!selections.has(name)) {
      const body = detection.selections.get(name) ?? bug(`no selection ${name}`);
      selections.set(name, anchorOfSelection(body, accepts));
    }
    return selections.get(name);
  };
  return {
    ofName,
    ofCondition: (condition) => anchorOfCondition(condition, ofName),
    ofSelection: (body) => anchorOfSelection(body, accepts),
  };
}

/**
 * What must hold of an event for a rule to match it, as cheap as it can be, by some of the fields only; undefined if these do not tell,
 * so that the rule must be evaluated for every event.
 */
export function anchorOfRule(rule: Pick<Rule, "detection">, accepts: FieldFilter): Anchor | undefined {
  return eitherOf(rule.detection.conditions.map(anchorsOf(rule, accepts).ofCondition));
}

function anchorOfCondition(condition: Condition, named: (name: string) => Anchor | undefined): Anchor | undefined {
  switch (condition.kind) {
    case "selection":
      return named(condition.name);
    // What must not be there is not looked for. That all of it is absent cannot be looked up either.
    case "not":
      return undefined;
    case "and":
      return condition.operands.map((operand) => anchorOfCondition(operand, named)).reduce(cheaper, undefined);
    case "or":
      return eitherOf(condition.operands.map((operand) => anchorOfCondition(operand, named)));
    case "quantifier":
      return atLeast(condition.count === "all" ? condition.names.length : condition.count, condition.names.map(named));
  }
}

/** So many of the parts hold: of any others more than the rest, one does. The cheapest of them are looked for. */
function atLeast(count: number, parts: readonly (Anchor | undefined)[]): Anchor | undefined {
  const wanted = parts.length - Math.max(1, count) + 1;
  const byCost = parts.toSorted((one, other) => (one?.cost ?? Infinity) - (other?.cost ?? Infinity));
  // More are asked for than there are: it never holds.
  return wanted < 1 ? eitherOf(byCost) : eitherOf(byCost.slice(0, wanted));
}

function anchorOfSelection(selection: Selection, accepts: FieldFilter): Anchor | undefined {
  switch (selection.kind) {
    case "and":
      return selection.operands.map((operand) => anchorOfSelection(operand, accepts)).reduce(cheaper, undefined);
    case "or":
      return eitherOf(selection.operands.map((operand) => anchorOfSelection(operand, accepts)));
    case "item":
      return accepts(selection.field) ? anchorOfItem(selection) : undefined;
  }
}

function anchorOfItem({ field, values, linking, negated }: DetectionItem): Anchor | undefined {
  if (negated) return undefined;
  const ofValues = values.map(({ alternatives }) => eitherOf(alternatives.map((one) => anchorOfPattern(field, one))));
  return linking === "all" ? ofValues.reduce(cheaper, undefined) : eitherOf(ofValues);
}
