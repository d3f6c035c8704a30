import { match, type Match, type RuleSet } from "../engine/index.ts";
import type { Event } from "../event/index.ts";

/** What the matching of some of a tenant's events took, in milliseconds. */
export interface TenantCosts {
  readonly tenantId: number;
  /** All of it: looking rules up, which is nobody's own, as well. */
  readonly totalMs: number;
  /** By the rules' keys. */
  readonly ofRules: readonly (readonly [key: number, ms: number])[];
}

/** Matches events, and takes the time of every so many. */
export interface CostSampler {
  readonly match: (tenantId: number, ruleSet: RuleSet<number>, event: Event) => readonly Match<number>[];
  /** What was measured since this was asked last. */
  readonly take: () => readonly TenantCosts[];
}

/** Rare enough not to be felt; of a thousand events a second nine hundred a minute are timed. */
const sampleEvery = 64;

export function createCostSampler(every = sampleEvery, now: () => number = () => performance.now()): CostSampler {
  let costs = new Map<number, { totalMs: number; readonly ofRules: Map<number, number> }>();
  let left = every;
  return {
    match: (tenantId, ruleSet, event) => {
      left -= 1;
      if (left > 0) return match(ruleSet, event);
      left = every;
      const known = costs.get(tenantId) ?? { totalMs: 0, ofRules: new Map<number, number>() };
      costs.set(tenantId, known);
      const spend = (key: number, ms: number): void => void known.ofRules.set(key, (known.ofRules.get(key) ?? 0) + ms);
      const start = now();
      const matches = match(ruleSet, event, { now, spend });
      known.totalMs += now() - start;
      return matches;
    },
    take: () => {
      const taken = Array.from(costs, ([tenantId, { totalMs, ofRules }]) => ({
        tenantId,
        totalMs,
        ofRules: [...ofRules],
      }));
      costs = new Map();
      return taken;
    },
  };
}
