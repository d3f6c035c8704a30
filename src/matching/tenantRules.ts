import { createRuleSet, type RuleSet } from "../engine/index.ts";
import type { Rule } from "../sigma/index.ts";

/** What has changed in a tenant's rules: those that are gone, then those that are new or different. */
export interface RuleNews {
  readonly tenantId: number;
  readonly set: readonly (readonly [key: number, rule: Rule])[];
  readonly delete: readonly number[];
}

/** The rules of every tenant, ready to be matched. */
export interface TenantRules {
  readonly apply: (news: RuleNews) => void;
  readonly of: (tenantId: number) => RuleSet<number>;
}

const noRules: RuleSet<number> = createRuleSet([]);

/** @param onUnfit told of a rule that the engine throws over, which is a bug: the rule is left out, the others are in force */
export function createTenantRules(onUnfit: (key: number, error: unknown) => void): TenantRules {
  const ruleSets = new Map<number, RuleSet<number>>();
  const of = (tenantId: number) => ruleSets.get(tenantId) ?? noRules;
  return { of, apply: (news) => void ruleSets.set(news.tenantId, changed(of(news.tenantId), news, onUnfit)) };
}

function changed(
  ruleSet: RuleSet<number>,
  news: RuleNews,
  onUnfit: (key: number, error: unknown) => void,
): RuleSet<number> {
  try {
    return ruleSet.with(news);
  } catch {
    const kept = ruleSet.with({ delete: news.delete });
    return news.set.reduce((before, [key, rule]) => {
      try {
        return before.with({ set: [[key, rule]] });
      } catch (error) {
        onUnfit(key, error);
        return before.with({ delete: [key] });
      }
    }, kept);
  }
}
