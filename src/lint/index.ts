export type { RuleInSource } from "./acrossCheck.ts";
export { type LintCode, lintCodes, type LintEntry } from "./lintCodes.ts";
export { lintCorrelation, lintDocument, lintFilter, lintRule, type LintOptions } from "./lint.ts";
export { lintRules } from "./lintRules.ts";
export { type ConvertedAggregation, convertAggregation } from "./aggregation/convertAggregation.ts";
export { explainAggregation } from "./aggregation/explainAggregation.ts";
