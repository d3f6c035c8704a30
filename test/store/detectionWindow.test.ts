import { expect, test } from "vitest";
import type { DetectionPredicate } from "../../src/store/statements/detectionPredicate.ts";
import { planOf, type WindowPlan } from "../../src/store/statements/detectionWindow.ts";

const rules = (count: number) => Array.from({ length: count }, (_, place) => place);
const host: DetectionPredicate = { kind: "host", in: ["a"] };
const open: DetectionPredicate = { kind: "status", in: [0, 1] };
const both = (...operands: readonly DetectionPredicate[]): DetectionPredicate => ({ kind: "and", operands });

test.each<{ ruleIds?: number[]; predicate: DetectionPredicate; plan: WindowPlan; because: string }>([
  { predicate: both(), plan: "whole", because: "the newest of all are at the end" },
  { predicate: both({ kind: "severity", in: [3, 4] }, open), plan: "whole", because: "severities are few" },
  { predicate: host, plan: "whole", because: "one host's are together" },
  { ruleIds: rules(5), predicate: open, plan: "whole", because: "so are those of a few rules" },
  { ruleIds: rules(40), predicate: open, plan: "kept", because: "of many rules a page each would be too much" },
  { ruleIds: rules(400), predicate: open, plan: "own", because: "planning does not matter beside so many" },
  { ruleIds: rules(400), predicate: host, plan: "whole", because: "rules are but a filter there" },
  { predicate: { kind: "or", operands: [host, open] }, plan: "own", because: "there is no end of such texts" },
  { predicate: both(host, { kind: "time", from: new Date(0) }), plan: "own", because: "the span decides the way" },
  { predicate: { kind: "disposition", in: [1] }, plan: "own", because: "nobody asks for it all day" },
])("a window of $predicate and $ruleIds.length rules is $plan: $because", ({ ruleIds, predicate, plan }) => {
  expect(planOf({ ...(ruleIds && { ruleIds }), predicate })).toBe(plan);
});
