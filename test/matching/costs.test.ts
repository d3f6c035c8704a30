import { expect, test, vi } from "vitest";
import { createRuleSet } from "../../src/engine/index.ts";
import { normalise } from "../../src/event/index.ts";
import { createCostLedger } from "../../src/matching/costLedger.ts";
import { createCostSampler } from "../../src/matching/costSampler.ts";
import { many } from "../sigma/random.ts";
import { keyed, message, wordRule } from "./records.ts";
import { useMatcher } from "./useMatcher.ts";

const tenant = 1;
const hourMs = 3_600_000;
const rules = keyed([wordRule("apple"), wordRule("pear")]);

test("of every so many events one is timed, and what it took is told once", () => {
  let time = 0;
  const sampler = createCostSampler(3, () => (time += 1));
  const ruleSet = createRuleSet(rules);
  for (let n = 0; n < 7; n++) sampler.match(tenant, ruleSet, normalise({ message: "an apple" }));
  // Two were timed: from beginning to end three looks at the clock each, from the rule's beginning to its end one.
  expect(sampler.take()).toEqual([{ tenantId: tenant, totalMs: 6, ofRules: [[0, 2]] }]);
  expect(sampler.take()).toEqual([]);
});

test("shares are of the tenant's own time, in this hour and the one before", () => {
  let time = 0;
  const ledger = createCostLedger(() => time);
  const shareOf = (key: number, ofTenant = tenant) => ledger.sharesOf(ofTenant).of(key);
  expect(shareOf(0)).toBeUndefined();
  ledger.add([
    { tenantId: tenant, totalMs: 10, ofRules: [[0, 5]] },
    { tenantId: 2, totalMs: 100, ofRules: [[0, 1]] },
  ]);
  expect([shareOf(0), shareOf(1), shareOf(0, 2), shareOf(0, 3)]).toEqual([0.5, 0, 0.01, undefined]);
  time = hourMs;
  ledger.add([{ tenantId: tenant, totalMs: 30, ofRules: [[1, 20]] }]);
  expect([shareOf(0), shareOf(1)]).toEqual([0.125, 0.5]);
  time = 2 * hourMs;
  expect([shareOf(0), shareOf(1)]).toEqual([0, 20 / 30]);
  time = 4 * hourMs;
  expect(shareOf(1)).toBeUndefined();
});

test.each([0, 1])("a matcher with %d threads says what each tenant's rules cost", async (threads) => {
  const matcher = useMatcher({ threads });
  matcher.setRules(tenant, { set: rules });
  expect(matcher.costShares(tenant).of(0)).toBeUndefined();
  await matcher.match(
    tenant,
    many(200, () => message("an apple")),
  );
  await vi.waitFor(() => expect(matcher.costShares(tenant).of(0)).toBeGreaterThan(0));
  expect(matcher.costShares(tenant).of(0)).toBeLessThanOrEqual(1);
  expect(matcher.costShares(tenant).of(1)).toBe(0);
  expect(matcher.costShares(2).of(0)).toBeUndefined();
});
