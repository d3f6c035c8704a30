import type { Condition, DetectionItem, Rule, Selection, Value } from "../../sigma/index.ts";
import { bug } from "../../std/index.ts";
import type { EventView } from "../eventView.ts";
import { compileKeyword } from "../matchers.ts";
import { eitherOf } from "./anchors/atom.ts";
import { anchorOfPattern } from "./anchors/patternAnchor.ts";
import { anchorsOf, bestOf, type PartAnchor, type RuleAnchors } from "./anchors/ruleAnchor.ts";
import { fieldNs } from "./anchors/testCost.ts";
import { compileFieldTest } from "./compileFieldTest.ts";
import { codeField } from "./eventCode.ts";
import { fieldSlot } from "./fieldSlot.ts";
import { seekKeywords } from "./keywords.ts";
import { atLeast, every, not, type Part, some } from "./part.ts";

type EventPart = Part<EventView>;

/** How the rule was found: what it was looked up by holds already, which is asked last. */
export interface LookedUpBy {
  readonly codes: readonly string[] | undefined;
}

/**
 * Compiles a rule to a yes or no: the reference evaluator's answer, without its evidence, and so without what evidence needs: no branch
 * is looked at once the answer is known, and what tells most for its price is looked at first.
 */
export function compileTest(rule: Pick<Rule, "detection">, { codes }: LookedUpBy): EventPart["holds"] {
  const hasCode = codes !== undefined;
  const anchors = anchorsOf(rule, (field) => !hasCode || field !== codeField);
  const { conditions } = rule.detection;
  const context: Context = { rule, anchors, hasCode };
  return some(conditions.map((condition) => compileCondition(condition, context, conditions.length === 1))).holds;
}

interface Context {
  readonly rule: Pick<Rule, "detection">;
  readonly anchors: RuleAnchors;
  /** Whether the event has a code that the rule is about. */
  readonly hasCode: boolean;
}

/** @param isFound whether the rule is looked up by what this condition needs */
function compileCondition(condition: Condition, context: Context, isFound: boolean): EventPart {
  const compile = (part: Condition): EventPart => compileCondition(part, context, false);
  const named = (name: string, isNameFound = false): EventPart => compileSelectionOf(name, context, isNameFound);
  switch (condition.kind) {
    case "selection":
      return named(condition.name, isFound);
    case "not":
      return not(compile(condition.operand));
    case "and": {
      const { operands } = condition;
      const found = isFound ? anchorPlace(operands.map(context.anchors.ofCondition)) : -1;
      return every(operands.map((operand, at) => compileCondition(operand, context, at === found)));
    }
    case "or":
      return known(isFound, some(condition.operands.map(compile)));
    case "quantifier": {
      const { count, names } = condition;
      if (count !== "all")
        return known(
          isFound,
          atLeast(
            count,
            names.map((name) => named(name)),
          ),
        );
      const found = isFound ? anchorPlace(names.map(context.anchors.ofName)) : -1;
      return every(names.map((name, at) => named(name, at === found)));
    }
  }
}

/** What holds already, most often: of several texts the rule was found by one. */
const known = (isFound: boolean, part: EventPart): EventPart => (isFound ? { ...part, chance: 0.95 } : part);

/** Where the anchor is that a rule is looked up by; -1 if it says no more than that a field is there. */
function anchorPlace(anchors: readonly (PartAnchor | undefined)[]): number {
  const place = bestOf(anchors);
  return anchors[place]?.atoms.every(({ kind }) => kind !== "present") === true ? place : -1;
}

function compileSelectionOf(name: string, context: Context, isFound: boolean): EventPart {
  const body = context.rule.detection.selections.get(name) ?? bug(`no selection ${name}`);
  return compileSelection(body, context, isFound);
}

function compileSelection(body: Selection, context: Context, isFound: boolean): EventPart {
  switch (body.kind) {
    case "and": {
      const { operands } = body;
      const found = isFound ? anchorPlace(operands.map(context.anchors.ofSelection)) : -1;
      return every(operands.map((operand, at) => compileSelection(operand, context, at === found)));
    }
    case "or":
      return known(isFound, some(body.operands.map((operand) => compileSelection(operand, context, false))));
    case "item":
      return known(isFound || (context.hasCode && body.field === codeField), compileItem(body));
  }
}

function compileItem({ field, values, linking, negated }: DetectionItem): EventPart {
  const part = field === undefined ? compileKeywords(values, linking) : compileField(field, values, linking);
  return negated ? not(part) : part;
}

function compileField(field: string, values: readonly Value[], linking: DetectionItem["linking"]): EventPart {
  const slot = fieldSlot(field);
  const { holds, cost, chance } = compileFieldTest(field, values, linking);
  return { holds: (event) => holds(slot.field(event)), cost: cost + fieldNs, chance };
}

/** What may stand in the event is looked for at once; a value that does is asked for in each field. */
function compileKeywords(values: readonly Value[], linking: DetectionItem["linking"]): EventPart {
  const parts = values.map(findKeyword);
  const anchors = values.map(({ alternatives }) =>
    eitherOf(alternatives.map((pattern) => anchorOfPattern(undefined, pattern))),
  );
  const seek = seekKeywords(
    anchors.flatMap((anchor, number) => (anchor?.atoms ?? []).map((atom) => ({ ...atom, number }))),
  );
  const unsought = anchors.flatMap((anchor, number) => (anchor === undefined ? [number] : []));
  const asksAll = linking === "all";
  return {
    holds(view) {
      const possible = new Set(unsought);
      seek(view.event, (number) => possible.add(number));
      if (possible.size === 0 || (asksAll && possible.size < parts.length)) return false;
      for (const number of possible) if (parts[number]?.holds(view) === !asksAll) return !asksAll;
      return asksAll;
    },
    cost: 1_000,
    chance: (asksAll ? every : some)(parts).chance,
  };
}

/** All fields must be listed first, which is what it costs. */
function findKeyword({ alternatives }: Value): EventPart {
  const matchers = alternatives.map(compileKeyword);
  return {
    holds(event) {
      for (const [, field] of event.fields()) if (matchers.some((matches) => matches(field) !== undefined)) return true;
      return false;
    },
    cost: 10_000,
    chance: 0.01,
  };
}
