import type { Json } from "../../std/index.ts";
import { type Problem, problem } from "../problem.ts";
import type { ProblemCode } from "../problemCodes.ts";
import type { DetectionItem } from "../rule.ts";
import type { Span } from "../source.ts";

/** The ids of the steps that were applied to an item or a field name. */
export type AppliedSteps = ReadonlySet<string>;

/** What one application of a pipeline to one rule has done so far. */
export interface Work {
  /** The pipeline's. */
  readonly vars: ReadonlyMap<string, Json>;
  /** Set by `set_state`. */
  readonly state: Map<string, Json>;
  /** The ids of the steps that were applied to the rule, to an item, and to a field name. */
  readonly applied: Set<string>;
  readonly appliedToItem: WeakMap<DetectionItem, AppliedSteps>;
  readonly appliedToField: Map<string, AppliedSteps>;
  /** What a history becomes with one more step. */
  readonly successors: Map<AppliedSteps, Map<string, AppliedSteps>>;
  /** How often a name was given to a selection that a step added. */
  readonly addedNames: Map<string, number>;
  /** Field names that a mapping knows, before it and after it. */
  readonly mappedFields: Set<string>;
  /** What placeholders stand for, as far as steps have said. */
  readonly lists: Map<string, readonly string[]>;
  readonly problems: Problem[];
  /** How many items and values may still be looked at, and characters made. */
  budget: number;
}

/** It bounds the work that one pipeline can ask for with one rule: mappings to several fields and replacements multiply. */
const maxBudget = 2_000_000;

export const startWork = (vars: Work["vars"]): Work => ({
  vars,
  state: new Map(),
  applied: new Set(),
  appliedToItem: new WeakMap(),
  appliedToField: new Map(),
  successors: new Map(),
  addedNames: new Map(),
  mappedFields: new Set(),
  lists: new Map(),
  problems: [],
  budget: maxBudget,
});

/** The pipeline cannot be applied to the rule. `span` is a place in the rule. */
export function fail(work: Work, span: Span, message: string, code: ProblemCode = "failed-transformation"): void {
  work.problems.push(problem(code, span, message));
}

/** Whether so much more may be made; if not, the rule is refused. */
export function spend(work: Work, amount: number, span: Span): boolean {
  if (work.budget < 0) return false;
  work.budget -= amount;
  if (work.budget >= 0) return true;
  fail(work, span, "the pipeline has too many steps for so large a rule, or makes too much of it", "rule-too-large");
  return false;
}

export const hasFailed = ({ problems }: Work): boolean => problems.length > 0;
