import { expect, test } from "vitest";
import { createRuleSet, match } from "../../src/engine/index.ts";
import { makeEvent } from "./makeEvent.ts";
import { makeRule } from "./matchRule.ts";

/** The best of several runs, in milliseconds of this process's own work: what else the machine does counts less. */
function time(run: () => unknown): number {
  const times = Array.from({ length: 7 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

test.each([
  { what: "nested repetition", selection: "{ A|re: '^(a+)+$' }", unit: "a", end: "!" },
  { what: "alternatives that overlap", selection: "{ A|re: '(a|aa)+b' }", unit: "a", end: "" },
  { what: "several runs in an expression", selection: "{ A|re: '.*a.*a.*a.*x' }", unit: "a", end: "" },
  { what: "an expression without an anchor", selection: "{ A|re: '\\w+\\x60\\w+\\x60' }", unit: "a", end: "`" },
  { what: "states without end", selection: "{ A|re: '(?:a|b)*a(?:a|b){60}c' }", unit: "abba", end: "c" },
  { what: "gaps that overlap", selection: "{ A|re: 'a.{60}b.{60}c' }", unit: "aabab", end: "c" },
  { what: "counted optional parts", selection: "{ A|re: '(?:a?){60}a{60}!' }", unit: "a", end: "!" },
  { what: "a run that is nearly there", selection: "{ A|re: '.{10,}' }", unit: `${"x".repeat(9)}\n`, end: "" },
  { what: "letters of any case", selection: "{ A|re|i: 'k+s+é+ſ!' }", unit: "kſKsÉ", end: "!" },
  { what: "an expression at the end", selection: "{ A|re|endswith: '(?:a|b)+c' }", unit: "ab", end: "d" },
  { what: "dashes of options", selection: "{ A|windash|contains: '-a -b?-c' }", unit: "-a /b", end: "" },
  { what: "a comparison of digits", selection: "{ A|gt: 5 }", unit: "9", end: "x" },
  { what: "a time of digits", selection: "{ A|hour: 5 }", unit: "9", end: "" },
  { what: "several wildcards", selection: "{ A: '*a*a*a*a*a*a*b*x' }", unit: "a", end: "b" },
  { what: "single wildcards", selection: "{ A|contains: 'a?a?a?a?x' }", unit: "a", end: "" },
  { what: "a number with leading zeros", selection: "{ A: 5 }", unit: "0", end: "x" },
  { what: "a fraction of zeros", selection: "{ A: 5 }", unit: "0", end: "1", start: "5." },
  { what: "hexadecimal zeros", selection: "{ A: 5 }", unit: "0", end: "x", start: "0x" },
  { what: "a keyword number in digits", selection: "[55]", unit: "5", end: "" },
  { what: "letters that fold irregularly", selection: "{ A|endswith: x }", unit: "Σİ", end: "" },
])("time grows no faster than the value: $what", ({ selection, unit, end, start = "" }) => {
  const ruleSet = createRuleSet([["rule", makeRule(`selection: ${selection}\ncondition: selection`)]]);
  const run = (length: number): number => {
    const event = makeEvent({ A: start + unit.repeat(length) + end });
    return time(() => match(ruleSet, event));
  };
  run(10_000);
  // Linear is 8, quadratic 64; the small addend keeps runs of microseconds out of the judgement.
  expect(run(160_000)).toBeLessThan(24 * run(20_000) + 4);
});

test.each(["", "|startswith", "|endswith", "|contains"])(
  "time grows no faster than two lists of which any member may match: fieldref%s",
  (modifier) => {
    const ruleSet = createRuleSet([["rule", makeRule(`s: { A|fieldref${modifier}: B }\ncondition: s`)]]);
    const run = (length: number): number => {
      const list = (end: string) => Array.from({ length }, (_, index) => `${"x".repeat(20)}${index}${end}`);
      const event = makeEvent({ A: list("a"), B: list("b") });
      return time(() => match(ruleSet, event));
    };
    run(1_000);
    expect(run(8_000)).toBeLessThan(24 * run(1_000) + 4);
  },
);

test("a value of 100 KB is matched whole", () => {
  const ruleSet = createRuleSet([["rule", makeRule("selection: { A|endswith: needle }\ncondition: selection")]]);
  expect(match(ruleSet, makeEvent({ A: `${"x".repeat(100_000)}needle` }))).toHaveLength(1);
});
