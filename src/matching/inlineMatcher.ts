import { setImmediate } from "node:timers/promises";
import { createCostLedger } from "./costLedger.ts";
import { createCostSampler } from "./costSampler.ts";
import { evaluate, type MatchedEvent } from "./evaluate.ts";
import type { Matcher } from "./matcher.ts";
import { createTenantRules } from "./tenantRules.ts";
import { unfitRule } from "./unfitRule.ts";

/** So long at a time may matching keep the thread from other work. */
const sliceMs = 20;

/** Matches in the caller's own thread: nothing to start, nothing to copy, and everybody else waits a slice at a time. */
export function createInlineMatcher(onFailure: (error: unknown) => void): Matcher {
  const rules = createTenantRules((key, error) => onFailure(unfitRule(key, error)));
  const [sampler, ledger] = [createCostSampler(), createCostLedger()];
  let waiting = 0;
  // One slice at a time, whosever batches are matched in it, then all others' work: many batches hold it up no longer than one.
  let sliceEnd = -Infinity;
  let last: Promise<void> = Promise.resolve();
  const takeTurn = async (): Promise<void> => {
    await setImmediate();
    sliceEnd = performance.now() + sliceMs;
  };
  const nextTurn = (): Promise<void> => (last = last.then(takeTurn));
  return {
    setRules: (tenantId, { set = [], delete: removed = [] }) =>
      rules.apply({ tenantId, set: [...set], delete: [...removed] }),
    match: async (tenantId, records) => {
      const ruleSet = rules.of(tenantId);
      const events: MatchedEvent[] = [];
      waiting += records.length;
      try {
        for (const record of records) {
          if (performance.now() >= sliceEnd) await nextTurn();
          events.push(evaluate(record, (event) => sampler.match(tenantId, ruleSet, event)));
        }
        return events;
      } finally {
        waiting -= records.length;
      }
    },
    ready: () => Promise.resolve(),
    waiting: () => waiting,
    costShares: (tenantId) => {
      ledger.add(sampler.take());
      return ledger.sharesOf(tenantId);
    },
    close: () => Promise.resolve(),
  };
}
