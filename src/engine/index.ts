export { beginning, excerptAround, type Excerpt } from "./excerpt.ts";
export { explain, isConsidered } from "./explain/explain.ts";
export type {
  DimensionExplanation,
  Explanation,
  ExplanationNode,
  FieldExplanation,
  HadValue,
  ItemExplanation,
  ValueExplanation,
} from "./explain/explanation.ts";
export { highlight } from "./highlight/highlight.ts";
export type { Evidence, Match } from "./match.ts";
export type { Meter } from "./meter.ts";
export { createIndexedRuleSet as createRuleSet } from "./indexed/indexedRuleSet.ts";
export { createReferenceRuleSet } from "./referenceRuleSet.ts";
export { match, type RuleChanges, type RuleSet } from "./ruleSet.ts";
