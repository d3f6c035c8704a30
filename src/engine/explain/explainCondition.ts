import type { Condition, Selection } from "../../sigma/index.ts";
import { bug } from "../../std/index.ts";
import { compileCondition } from "../compileCondition.ts";
import type { EventView } from "../eventView.ts";
import type { Finder } from "../finder.ts";
import { printCondition } from "../printCondition.ts";
import type { ExplanationNode } from "./explanation.ts";
import { explainSelection } from "./explainSelection.ts";
import { keepDeciding } from "./keepDeciding.ts";
import { shorten } from "./explainField.ts";

/** A rule with an event, while its conditions are explained. */
export interface Asking {
  readonly selections: ReadonlyMap<string, Selection>;
  /** The same, compiled by the evaluator. */
  readonly finders: ReadonlyMap<string, Finder>;
  readonly view: EventView;
  /** Selections that have been explained: a second time their name is enough. */
  readonly explained: Set<string>;
}

/** What a condition asked. Each node's verdict is that of the evaluator's own node. */
export function explainCondition(condition: Condition, asking: Asking): ExplanationNode {
  if (condition.kind === "selection") return explainNamed(condition.name, asking);
  const holds = compileCondition(condition, asking.finders)(asking.view, []);
  const parts = partsOf(condition, asking);
  const oneIsEnough = condition.kind === "or" || (condition.kind === "quantifier" && condition.count !== "all");
  return {
    kind: condition.kind,
    holds,
    text: shorten(printCondition(condition)).text,
    ...keepDeciding(parts, oneIsEnough),
  };
}

function partsOf(condition: Exclude<Condition, { kind: "selection" }>, asking: Asking): readonly ExplanationNode[] {
  switch (condition.kind) {
    case "not":
      return [explainCondition(condition.operand, asking)];
    case "and":
    case "or":
      return condition.operands.map((operand) => explainCondition(operand, asking));
    case "quantifier":
      return condition.names.map((name) => explainNamed(name, asking));
  }
}

function explainNamed(name: string, { selections, finders, view, explained }: Asking): ExplanationNode {
  const body = selections.get(name) ?? bug(`no selection ${name}`);
  const isRepeated = explained.has(name);
  explained.add(name);
  return {
    kind: "selection",
    name,
    holds: finders.get(name)?.(view, []) === true,
    isRepeated,
    parts: isRepeated ? [] : [explainSelection(name, body, view)],
    omitted: 0,
  };
}
