import type { Rule } from "../rule.ts";
import type { Step } from "./pipeline.ts";
import { hasFailed, type Work } from "./work.ts";

/** Applies steps to a rule, one after the other, until one fails. */
export function applySteps(rule: Rule, steps: readonly Step[], work: Work): Rule {
  let changed = rule;
  for (const step of steps) {
    if (!step.matchesRule(changed, work)) continue;
    changed = step.transform(changed, { step, work });
    if (hasFailed(work)) break;
    if (step.id !== undefined) work.applied.add(step.id);
  }
  return changed;
}
