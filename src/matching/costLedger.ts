import type { TenantCosts } from "./costSampler.ts";

/** What the rules of a tenant take, of all that the matching of its events takes. */
export interface CostShares {
  /** Of a rule by its key, 0 to 1; undefined where nothing has been measured. */
  readonly of: (key: number) => number | undefined;
}

/** Adds up what was measured in this hour and in the one before: rules and events change. */
export interface CostLedger {
  readonly add: (costs: readonly TenantCosts[]) => void;
  readonly sharesOf: (tenantId: number) => CostShares;
}

interface Costs {
  totalMs: number;
  readonly ofRules: Map<number, number>;
}

const noCosts = () => new Map<number, Costs>();

const windowMs = 3_600_000;

export function createCostLedger(now: () => number = () => performance.now()): CostLedger {
  let [current, before] = [noCosts(), noCosts()];
  let window = Math.floor(now() / windowMs);
  const turn = (): void => {
    const passed = Math.floor(now() / windowMs) - window;
    if (passed === 0) return;
    before = passed === 1 ? current : noCosts();
    current = noCosts();
    window += passed;
  };
  return {
    add: (costs) => {
      turn();
      for (const { tenantId, totalMs, ofRules } of costs) {
        const known = current.get(tenantId) ?? { totalMs: 0, ofRules: new Map<number, number>() };
        current.set(tenantId, known);
        known.totalMs += totalMs;
        for (const [key, ms] of ofRules) known.ofRules.set(key, (known.ofRules.get(key) ?? 0) + ms);
      }
    },
    sharesOf: (tenantId) => {
      turn();
      const known = [current, before].flatMap((costs) => costs.get(tenantId) ?? []);
      const totalMs = known.reduce((sum, each) => sum + each.totalMs, 0);
      const ofRule = (key: number): number => known.reduce((sum, { ofRules }) => sum + (ofRules.get(key) ?? 0), 0);
      return { of: (key) => (totalMs === 0 ? undefined : ofRule(key) / totalMs) };
    },
  };
}
