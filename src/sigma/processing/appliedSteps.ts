import type { Span } from "../source.ts";
import { type AppliedSteps, spend, type Work } from "./work.ts";

export const noSteps: AppliedSteps = new Set();

/**
 * These steps and one more. Items with the same history share it: it is made once, and only that is work. `span` is a place in
 * the rule.
 */
export function withStep(work: Work, before: AppliedSteps, id: string, span: Span): AppliedSteps {
  if (before.has(id)) return before;
  const successors = work.successors.get(before) ?? new Map<string, AppliedSteps>();
  const known = successors.get(id);
  if (known || !spend(work, 1 + before.size, span)) return known ?? before;
  const after = new Set(before).add(id);
  work.successors.set(before, successors.set(id, after));
  return after;
}
