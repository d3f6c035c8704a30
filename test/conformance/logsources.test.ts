import { describe, expect, test } from "vitest";
import { isDeliverable } from "../../src/event/index.ts";
import { hasSigmahq, readRules } from "./sigmahq.ts";

describe.skipIf(!hasSigmahq)("the logsources of SigmaHQ's rules (skipped where they are missing)", () => {
  test("more than 97 % of the rules are offered events that no sender has to declare", () => {
    const rules = [...readRules().values()].flatMap((parsed) => parsed.rules);
    const recognised = rules.filter(({ logsource }) => isDeliverable(logsource));
    expect(rules.length).toBeGreaterThan(3_000);
    expect(recognised.length / rules.length).toBeGreaterThan(0.97);
  });
});
