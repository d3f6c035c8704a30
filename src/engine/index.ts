export type { Evidence, Match } from "./match.ts";
export { createReferenceRuleSet as createRuleSet } from "./referenceRuleSet.ts";
export { match, type RuleChanges, type RuleSet } from "./ruleSet.ts";
