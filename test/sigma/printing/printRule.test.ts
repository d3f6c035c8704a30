import { describe, expect, test } from "vitest";
import { parseSigma, printRule, type Rule } from "../../../src/sigma/index.ts";
import { data } from "../../../src/sigma/printing/printable.ts";
import { printYaml } from "../../../src/sigma/yaml/printYaml.ts";
import { hasSigmahq, readRules } from "../../conformance/sigmahq.ts";
import { random } from "../random.ts";
import { randomRule } from "../randomRule.ts";
import { ruleText, soundRule } from "../ruleWith.ts";
import { withoutSpans } from "../withoutSpans.ts";

/** How many rules are made; `FUZZ_INPUTS=10000` asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 1_000);

const rulesIn = (text: string): readonly Rule[] => parseSigma({ name: "printed.yml", text }).rules;

/** A rule and the same rule read from its own text, both without places. */
const roundTrip = (rule: Rule): readonly unknown[] => [withoutSpans(rulesIn(printRule(rule))), [withoutSpans(rule)]];

test("a rule is written in Sigma's order, each thing in one way", () => {
  const text = `# a comment
custom: {a: [1, "two"]}
level: high
detection:
    condition: "(sel_b or sel_a) and   not (1 of sel_*)"
    sel_a: {Image|endswith: ['\\a.exe'], "Ip": 0x10}
    sel_b: ["one", 'two*', {"|all": ["x", y]}]
logsource: {service: security, product: windows}
falsepositives: None
tags: ["attack.t1059"]
description: |
  First.
  Second: line
title: 'A title'
`;
  expect(printRule(soundRule(text))).toBe(`title: A title
description: |
  First.
  Second: line
tags:
  - attack.t1059
logsource:
  product: windows
  service: security
detection:
  sel_a:
    Image|endswith: \\a.exe
    Ip: 0x10
  sel_b:
    - one
    - two*
    - '|all':
        - x
        - 'y'
  condition: (sel_b or sel_a) and not 1 of sel_*
falsepositives:
  - None
level: high
custom:
  a:
    - 1
    - two
`);
});

describe("a rule that is written and read again is the same", () => {
  test.each([
    { detection: "s: [[a, b], c]\ncondition: s", because: "keywords in two lists" },
    { detection: "s: [a, [b], {c: d}, e, f]\ncondition: s", because: "keywords beside maps and lists" },
    { detection: "s: [[[a]]]\ncondition: s", because: "a list in a list" },
    { detection: "s: [{a: b}]\ncondition: s", because: "a list of one map" },
    { detection: "s: [[{a: b}]]\ncondition: s", because: "a list of a list of one map" },
    { detection: "s: {'': [a, b], '|all': c, '|re': d}\ncondition: s", because: "keywords in a map" },
    { detection: "s: {a: null, b: ~, c: 'null', d: [null, x]}\ncondition: s", because: "nulls and what looks so" },
    { detection: "s: {a|contains: True, b|contains: 'True', c: True}\ncondition: s", because: "booleans as text" },
    {
      detection: "s: {a: 007, b: '007', c: 1.50, d: +5, e|startswith: 0x1f}\ncondition: s",
      because: "numbers as text",
    },
    { detection: "s: {a: 18446744073709551616}\ncondition: s", because: "a large number" },
    { detection: "of: x\nthem: y\ncondition: of or them", because: "selections with names of the language" },
    { detection: "a: x\nb: y\ncondition: a or (a or (b and a)) or not not b", because: "a nested condition" },
    { detection: "a: x\nb: y\ncondition: [a, b, any of *]", because: "several conditions" },
    { detection: "a: x\ncondition: a\ntimeframe: 5m", because: "a key that is ignored" },
  ])("$because", ({ detection }) => {
    const [read, rule] = roundTrip(soundRule(ruleText(detection)));
    expect(read).toEqual(rule);
  });

  test(`${inputs} rules made at random`, { timeout: 600_000 }, () => {
    let count = 0;
    for (let seed = 1; seed <= inputs; seed++) {
      for (const rule of rulesIn(printYaml(data(randomRule(random(seed)))))) {
        const [read, expected] = roundTrip(rule);
        expect(read, `seed ${seed}: ${printRule(rule)}`).toEqual(expected);
        count++;
      }
    }
    expect(count).toBeGreaterThan(inputs / 2);
  });

  test.skipIf(!hasSigmahq)("every rule of SigmaHQ (skipped without ../shared/data)", { timeout: 120_000 }, () => {
    const rules = [...readRules().values()].flatMap((parsed) => parsed.rules);
    for (const rule of rules) {
      const [read, expected] = roundTrip(rule);
      expect(read, rule.title).toEqual(expected);
    }
    expect(rules.length).toBeGreaterThan(3_500);
  });
});
