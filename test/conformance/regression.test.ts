import { expect, test } from "vitest";
import { createRuleSet, match } from "../../src/engine/index.ts";
import type { ParsedSigma } from "../../src/sigma/index.ts";
import { hasSigmahq, readRegressionCases, readRules, type RegressionCase } from "./sigmahq.ts";

test.skipIf(!hasSigmahq)(
  "rules match the events that SigmaHQ recorded for them (skipped without ../shared/data)",
  () => {
    const rules = readRules();
    const verdicts = readRegressionCases().map((one) => `${judge(one, rules.get(one.ruleId))} [${one.ruleId}]`);
    const silent = verdicts.filter((verdict) => !verdict.startsWith("fires"));
    console.log(`SigmaHQ regression: ${verdicts.length - silent.length} of ${verdicts.length} fire`);
    expect(verdicts.length).toBeGreaterThanOrEqual(100);
    expect(silent).toEqual([]);
  },
);

/** `fires`, or what is wrong. */
function judge({ matchCount, events }: RegressionCase, parsed: ParsedSigma | undefined): string {
  const [rule] = parsed?.rules ?? [];
  if (!rule) return explain(parsed);
  const ruleSet = createRuleSet([["rule", rule]]);
  const fired = events.filter((event) => match(ruleSet, event).length > 0).length;
  return fired >= matchCount ? "fires" : `silent: ${fired} of ${matchCount} matches`;
}

function explain(parsed: ParsedSigma | undefined): string {
  const errors = parsed?.problems.filter(({ severity }) => severity === "error") ?? [];
  return `unreadable: ${errors.map(({ message }) => message).join(", ")}`;
}
