import type { Condition, DetectionItem, Rule, Selection, Value } from "../../sigma/index.ts";
import { bug } from "../../std/index.ts";
import type { EventView, Field } from "../eventView.ts";
import { compileKeyword } from "../matchers.ts";
import { compileAlternatives } from "./compileAlternatives.ts";

type Test = (event: EventView) => boolean;

/**
 * Compiles a rule to a yes or no: the reference evaluator's answer, without its evidence, and so without what evidence needs: no branch
 * is looked at once the answer is known.
 */
export function compileTest({ detection }: Pick<Rule, "detection">): Test {
  const selections = new Map<string, Test>();
  for (const [name, body] of detection.selections) selections.set(name, compileSelection(body));
  return some(detection.conditions.map((condition) => compileCondition(condition, selections)));
}

function compileCondition(condition: Condition, selections: ReadonlyMap<string, Test>): Test {
  const compile = (part: Condition): Test => compileCondition(part, selections);
  const named = (name: string): Test => selections.get(name) ?? bug(`no selection ${name}`);
  switch (condition.kind) {
    case "selection":
      return named(condition.name);
    case "not": {
      const operand = compile(condition.operand);
      return (event) => !operand(event);
    }
    case "and":
      return every(condition.operands.map(compile));
    case "or":
      return some(condition.operands.map(compile));
    case "quantifier": {
      const { count, names } = condition;
      return atLeast(count === "all" ? names.length : count, names.map(named));
    }
  }
}

function compileSelection(body: Selection): Test {
  switch (body.kind) {
    case "and":
      return every(body.operands.map(compileSelection));
    case "or":
      return some(body.operands.map(compileSelection));
    case "item":
      return compileItem(body);
  }
}

function compileItem(item: DetectionItem): Test {
  const holds = compileValues(item);
  return item.negated ? (event) => !holds(event) : holds;
}

function compileValues({ field, values, linking }: DetectionItem): Test {
  if (field === undefined) return (linking === "all" ? every : some)(values.map(findKeyword));
  const tests: readonly ((field: Field) => boolean)[] =
    linking === "all"
      ? values.map(({ alternatives }) => compileAlternatives(alternatives))
      : [compileAlternatives(values.flatMap(({ alternatives }) => alternatives))];
  const [only, ...others] = tests;
  if (only === undefined) return () => false;
  if (others.length === 0) return (event) => only(event.field(field));
  return (event) => {
    const subject = event.field(field);
    return tests.every((test) => test(subject));
  };
}

function findKeyword({ alternatives }: Value): Test {
  const matchers = alternatives.map(compileKeyword);
  return (event) => {
    for (const [, field] of event.fields()) if (matchers.some((matches) => matches(field) !== undefined)) return true;
    return false;
  };
}

/** Holds if every part holds, and there is one, as in the reference evaluator. */
function every(parts: readonly Test[]): Test {
  const [first, second] = parts;
  if (first === undefined) return () => false;
  if (second === undefined) return first;
  if (parts.length === 2) return (event) => first(event) && second(event);
  return (event) => {
    for (const part of parts) if (!part(event)) return false;
    return true;
  };
}

function some(parts: readonly Test[]): Test {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return (event) => {
    for (const part of parts) if (part(event)) return true;
    return false;
  };
}

function atLeast(count: number, parts: readonly Test[]): Test {
  const wanted = Math.max(1, count);
  if (wanted === 1) return some(parts);
  return (event) => {
    let held = 0;
    for (const part of parts) if (part(event) && ++held === wanted) return true;
    return false;
  };
}
