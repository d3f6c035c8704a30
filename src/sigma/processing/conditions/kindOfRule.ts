import type { ProcessingCondition, RuleTest } from "./condition.ts";

/** Holds for every rule: pipelines are applied to rules alone. */
export const isSigmaRule: ProcessingCondition<RuleTest> = {
  name: "is_sigma_rule",
  parameters: [],
  read: () => () => true,
};

/** Holds for no rule: correlations are not changed by pipelines. */
export const isSigmaCorrelationRule: ProcessingCondition<RuleTest> = {
  name: "is_sigma_correlation_rule",
  parameters: [],
  read: () => () => false,
};
