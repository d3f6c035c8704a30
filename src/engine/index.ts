export type { Evidence, Match } from "./match.ts";
export { createIndexedRuleSet as createRuleSet } from "./indexed/indexedRuleSet.ts";
export { createReferenceRuleSet } from "./referenceRuleSet.ts";
export { match, type RuleChanges, type RuleSet } from "./ruleSet.ts";
