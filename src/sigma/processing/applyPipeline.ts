import type { Problem } from "../problem.ts";
import type { Rule } from "../rule.ts";
import { applySteps } from "./applySteps.ts";
import type { Pipeline } from "./pipeline.ts";
import { startWork } from "./work.ts";

/** What a pipeline has made of a rule; the rule is absent if the pipeline refuses it or cannot be applied. */
export interface Processed {
  readonly rule?: Rule;
  /** Places are in the text of the rule. */
  readonly problems: readonly Problem[];
}

/**
 * Applies the steps of a pipeline to a rule, in order. Rule and pipeline stay as they are.
 *
 * Texts of values and all places in the rule that comes of it are the author's: evidence shows what was written.
 */
export function applyPipeline({ vars, steps }: Pipeline, rule: Rule): Processed {
  const work = startWork(vars);
  const changed = applySteps(rule, steps, work);
  return work.problems.length > 0 ? { problems: work.problems } : { rule: changed, problems: [] };
}
