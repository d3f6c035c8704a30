import type { Condition, DetectionItem, Rule, Selection } from "../../../sigma/index.ts";
import { bug } from "../../../std/index.ts";
import { type Anchor, cheaper, eitherOf } from "./atom.ts";
import { anchorOfPattern } from "./patternAnchor.ts";
import { testNsOf } from "./testCost.ts";

/** Which fields may be looked up. */
type FieldFilter = (field: string | undefined) => boolean;

/** What a part of a rule is looked up by. */
export interface PartAnchor extends Anchor {
  /** What asking the part is expected to take, in nanoseconds: where an anchor holds, its part most often does, and is asked last. */
  readonly testNs: number;
}

/** What must hold of an event for a part of a rule to hold, as cheap as it can be. */
export interface RuleAnchors {
  readonly ofCondition: (condition: Condition) => PartAnchor | undefined;
  readonly ofName: (selection: string) => PartAnchor | undefined;
  readonly ofSelection: (body: Selection) => PartAnchor | undefined;
}

/** By the fields that are accepted only. */
export function anchorsOf({ detection }: Pick<Rule, "detection">, accepts: FieldFilter): RuleAnchors {
  const selections = new Map<string, PartAnchor | undefined>();
  const ofName = (name: string): PartAnchor | undefined => {
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

/**
 * Which of several parts, all of which must hold, a rule is best looked up by; -1 if none has an anchor.
 *
 * That is not always the rarest: for each event that has it the other parts are asked, and a long list of texts costs more to ask than to
 * look up with those of all rules.
 */
export function bestOf(parts: readonly (PartAnchor | undefined)[]): number {
  const allNs = sumNs(parts);
  const costs = parts.map((part) => (part ? part.cost * (candidateNs + allNs - part.testNs) : Infinity));
  const least = Math.min(...costs);
  return least === Infinity ? -1 : costs.indexOf(least);
}

/** What a candidate costs besides its tests. */
const candidateNs = 300;

/** All of them together are asked where one is found. */
function allOf(parts: readonly (PartAnchor | undefined)[]): PartAnchor | undefined {
  const best = parts[bestOf(parts)];
  return best && { ...best, testNs: sumNs(parts) };
}

function oneOf(parts: readonly (PartAnchor | undefined)[]): PartAnchor | undefined {
  const anchor = eitherOf(parts);
  return anchor && { ...anchor, testNs: sumNs(parts) };
}

const sumNs = (parts: readonly (PartAnchor | undefined)[]): number =>
  parts.reduce((sum, part) => sum + (part?.testNs ?? 0), 0);

function anchorOfCondition(
  condition: Condition,
  named: (name: string) => PartAnchor | undefined,
): PartAnchor | undefined {
  switch (condition.kind) {
    case "selection":
      return named(condition.name);
    // What must not be there is not looked for. That all of it is absent cannot be looked up either.
    case "not":
      return undefined;
    case "and":
      return allOf(condition.operands.map((operand) => anchorOfCondition(operand, named)));
    case "or":
      return oneOf(condition.operands.map((operand) => anchorOfCondition(operand, named)));
    case "quantifier":
      return condition.count === "all"
        ? allOf(condition.names.map(named))
        : atLeast(condition.count, condition.names.map(named));
  }
}

/** So many of the parts hold: of any others more than the rest, one does. The cheapest of them are looked for. */
function atLeast(count: number, parts: readonly (PartAnchor | undefined)[]): PartAnchor | undefined {
  const wanted = parts.length - Math.max(1, count) + 1;
  const byCost = parts.toSorted((one, other) => (one?.cost ?? Infinity) - (other?.cost ?? Infinity));
  // More are asked for than there are: it never holds.
  return wanted < 1 ? oneOf(byCost) : oneOf(byCost.slice(0, wanted));
}

function anchorOfSelection(selection: Selection, accepts: FieldFilter): PartAnchor | undefined {
  switch (selection.kind) {
    case "and":
      return allOf(selection.operands.map((operand) => anchorOfSelection(operand, accepts)));
    case "or":
      return oneOf(selection.operands.map((operand) => anchorOfSelection(operand, accepts)));
    case "item":
      return accepts(selection.field) ? anchorOfItem(selection) : undefined;
  }
}

function anchorOfItem({ field, values, linking, negated }: DetectionItem): PartAnchor | undefined {
  if (negated) return undefined;
  const ofValues = values.map(({ alternatives }) => eitherOf(alternatives.map((one) => anchorOfPattern(field, one))));
  const anchor = linking === "all" ? ofValues.reduce(cheaper, undefined) : eitherOf(ofValues);
  return anchor && { ...anchor, testNs: testNsOf(values) };
}
