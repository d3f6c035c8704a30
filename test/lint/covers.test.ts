import { expect, test } from "vitest";
import { covers, symbolsOf } from "../../src/lint/meaning/covers.ts";
import { parseWildcards } from "../../src/sigma/index.ts";

const symbols = (text: string, cased = false) => symbolsOf(parseWildcards(text), cased);

test.each([
  { general: "*a*", special: "*ba*", covered: true, because: "it is inside" },
  { general: "*a*", special: "a", covered: true, because: "any run may be empty" },
  { general: "a", special: "*a*", covered: false, because: "the other finds more" },
  { general: "*a*", special: "*A*", covered: true, because: "letter case does not count" },
  { general: "*A", special: "*a", cased: true, covered: false, because: "letter case counts" },
  { general: "a*c", special: "abc", covered: true, because: "a run is a letter" },
  { general: "a*c", special: "ab*bc", covered: true, because: "a run is a run" },
  { general: "a?c", special: "abc", covered: true, because: "one character is one" },
  { general: "a?c", special: "a*c", covered: false, because: "a run may be longer" },
  { general: "a*c", special: "a?c", covered: true, because: "a run may be one character" },
  { general: "*aab", special: "*aaab", covered: true, because: "the start is sought again" },
  { general: "a*b*c", special: "a?b??c", covered: true, because: "runs follow each other" },
  { general: "a*b", special: "ab*", covered: false, because: "the end is fixed" },
  { general: "*", special: "", covered: true, because: "anything is like it" },
  { general: "\\*", special: "*", covered: false, because: "an asterisk is one character" },
])("$general covers $special: $covered, $because", ({ general, special, covered, cased }) => {
  expect(covers(symbols(general, cased), symbols(special, cased), { steps: 1_000 })).toBe(covered);
});

test.each([{ length: 1_000 }, { length: 2_000 }])("the budget bounds the work for $length characters", ({ length }) => {
  const budget = { steps: 10_000 };
  covers(symbols(`*${"a".repeat(length)}b`), symbols("a".repeat(2 * length)), budget);
  expect(budget.steps).toBe(-1);
});
