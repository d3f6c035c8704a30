import { expect, test } from "vitest";
import { createRuleSet, match } from "../../../src/engine/index.ts";
import { normalise } from "../../../src/event/index.ts";
import { askedFields } from "../../../src/rules/coverage/askedFields.ts";
import { printNeed } from "../../../src/rules/coverage/need.ts";
import { needToFire } from "../../../src/rules/coverage/needToFire.ts";
import { parseSigma, resolvePlaceholders } from "../../../src/sigma/index.ts";
import { makeRule } from "../../engine/matchRule.ts";
import { many, pick, random } from "../../sigma/random.ts";
import { randomRule } from "../../sigma/randomRule.ts";
import { randomText } from "../../sigma/randomText.ts";

interface Row {
  readonly detection: string;
  readonly carried: readonly string[];
  readonly need: string | undefined;
  readonly because: string;
}

test.each<Row>([
  { detection: "s: { A: 1, B: 2 }\ncondition: s", carried: ["A", "B"], need: undefined, because: "all is there" },
  {
    detection: "s: { A: 1, B: 2 }\ncondition: s",
    carried: ["A"],
    need: "B",
    because: "a map needs each of its fields",
  },
  { detection: "s: { A: 1, B: 2 }\ncondition: s", carried: [], need: "A and B", because: "both are missing" },
  {
    detection: "s: [{ A: 1 }, { B: 2 }]\ncondition: s",
    carried: ["A"],
    need: undefined,
    because: "one of a list is enough",
  },
  { detection: "s: [{ A: 1 }, { B: 2 }]\ncondition: s", carried: ["C"], need: "A or B", because: "neither is there" },
  {
    detection: "s: { A: 1 }\nt: { B: 1 }\ncondition: s or t",
    carried: ["B"],
    need: undefined,
    because: "one branch is enough",
  },
  {
    detection: "s: { A: 1 }\nt: [{ B: 1 }, { C: 1 }]\ncondition: s and t",
    carried: [],
    need: "A and (B or C)",
    because: "needs are joined as the condition is",
  },
  {
    detection: "s: { A: 1 }\nf: { B: 1 }\ncondition: s and not f",
    carried: ["A"],
    need: undefined,
    because: "a filter on what is absent excludes nothing",
  },
  {
    detection: "s: { A: 1 }\nf: { B: null }\ncondition: s and not f",
    carried: ["A"],
    need: "B",
    because: "an absent field is null, always",
  },
  { detection: "s: { A: null }\ncondition: s", carried: [], need: undefined, because: "absence is asked for" },
  { detection: "s: { A|exists: false }\ncondition: s", carried: [], need: undefined, because: "absence is asked for" },
  { detection: "s: { A|exists: true }\ncondition: s", carried: [], need: "A", because: "presence is asked for" },
  { detection: "s: { A|neq: x }\ncondition: s", carried: [], need: undefined, because: "what is absent is not x" },
  { detection: "s: { A|neq: null }\ncondition: s", carried: [], need: "A", because: "what is absent is null" },
  {
    detection: "s: { A: [x, null] }\ncondition: s",
    carried: [],
    need: undefined,
    because: "one of the values is absence",
  },
  {
    detection: "s: { A|fieldref: B }\ncondition: s",
    carried: ["A"],
    need: "B",
    because: "a reference needs its other field",
  },
  { detection: "s: { A|fieldref: B }\ncondition: s", carried: [], need: "A and B", because: "and its own" },
  {
    detection: "s_1: { A: 1 }\ns_2: { B: 1 }\ncondition: 1 of s_*",
    carried: ["B"],
    need: undefined,
    because: "one is enough",
  },
  {
    detection: "s_1: { A: 1 }\ns_2: { B: 1 }\ncondition: all of s_*",
    carried: ["B"],
    need: "A",
    because: "all are needed",
  },
  {
    detection: "s_1: { A: 1 }\ns_2: { B: 1 }\ns_3: { C: 1 }\ncondition: 2 of s_*",
    carried: ["B"],
    need: "A or C",
    because: "one more is needed",
  },
  { detection: "s: [keyword]\ncondition: s", carried: [], need: undefined, because: "a keyword may be anywhere" },
  {
    detection: "s: { A: 1 }\nt: { B: 1 }\ncondition: [s, t]",
    carried: ["B"],
    need: undefined,
    because: "one condition is enough",
  },
])("with $carried, `$detection` needs $need: $because", ({ detection, carried, need }) => {
  const found = needToFire(makeRule(detection), {
    carries: (field) => carried.includes(field),
    constant: () => undefined,
  });
  expect(found && printNeed(found)).toBe(need);
});

test.each([
  { asked: "EventID: 4688", fires: true, because: "it is that one" },
  { asked: "EventID: [4624, 4688]", fires: true, because: "it is one of those" },
  { asked: "EventID: '468*'", fires: true, because: "the evaluator compares as it always does" },
  { asked: "EventID: 4624", fires: false, because: "it is another" },
  { asked: "EventID|neq: 4688", fires: false, because: "it is excluded" },
  { asked: "EventID|fieldref: Other", fires: true, because: "the other field is not known" },
])("of events 4688, `$asked` can fire: $fires, because $because", ({ asked, fires }) => {
  const knowledge = { carries: () => true, constant: (field: string) => (field === "EventID" ? "4688" : undefined) };
  expect(needToFire(makeRule(`s: { ${asked} }\ncondition: s`), knowledge) === undefined).toBe(fires);
});

test("a long need is shortened", () => {
  const fields = Array.from({ length: 9 }, (_, i) => `F${i}: 1`).join(", ");
  const need = needToFire(makeRule(`s: { ${fields} }\ncondition: s`), {
    carries: () => false,
    constant: () => undefined,
  });
  expect(need && printNeed(need)).toBe("F0 and F1 and F2 and F3 and 5 more");
});

test("a rule that matches an event needs nothing beyond the fields of that event", () => {
  const next = random(20261126);
  const rules = many(300, () => parseSigma({ name: "random", text: JSON.stringify(randomRule(next)) }))
    .flatMap((parsed) => parsed.rules)
    .filter((rule) => resolvePlaceholders(rule, new Map()).problems.length === 0);
  const ruleSet = createRuleSet(rules.map((rule) => [rule, rule] as const));
  const names = [...new Set(rules.flatMap(askedFields))];
  const values = ["", true, null, 4688, 5, 1.5, "0x10", "10.0.0.1", "2026-11-23T12:00:00Z"];
  let [matches, needs] = [0, 0];
  for (let i = 0; i < 200; i++) {
    const record = Object.fromEntries(
      many(next(12), () => [pick(next, names), next(2) === 0 ? pick(next, values) : `k${randomText(next)}`]),
    );
    const event = normalise(record, { product: "windows" });
    const carries = (field: string) => event.field(field) !== undefined || event.isParent(field);
    const matching = new Set(match(ruleSet, event).map(({ key }) => key));
    for (const rule of rules) {
      const need = needToFire(rule, { carries, constant: () => undefined });
      if (need !== undefined) needs++;
      if (matching.has(rule)) matches++;
      expect(need !== undefined && matching.has(rule)).toBe(false);
    }
  }
  expect(matches).toBeGreaterThan(1_000);
  expect(needs).toBeGreaterThan(1_000);
});
