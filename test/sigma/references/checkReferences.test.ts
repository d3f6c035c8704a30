import { expect, test } from "vitest";
import { checkReferences } from "../../../src/sigma/index.ts";
import { parse } from "../ruleWith.ts";

const rule = (keys: string): string => `title: R\n${keys}\nlogsource: {}\ndetection: {a: {b: c}, condition: a}`;
const correlation = (name: string, rules: string): string =>
  `title: ${name}\nname: ${name}\ncorrelation: {type: temporal, rules: ${rules}, timespan: 1m}`;
const filter = (rules: string): string =>
  `title: F\nlogsource: {}\nfilter: {rules: ${rules}, a: {b: c}, condition: not a}`;

/** Each problem as `text number: code: what is blamed`. */
function check(...texts: readonly string[]): readonly string[] {
  const parsed = texts.map((text, index) => ({ index, text, ...parse(text) }));
  return checkReferences(parsed).map(({ text, problem }) => {
    const { start, end } = problem.span;
    return `${text.index}: ${problem.code}: ${text.text.slice(start, end)}`;
  });
}

test.each([
  { texts: [rule("name: r"), correlation("c", "[r]")], found: [], because: "a name in another text is found" },
  { texts: [correlation("c", "[r]"), rule("id: R")], found: [], because: "an id in any letter case is found" },
  {
    texts: [correlation("c", "[r]"), rule("name: R")],
    found: ["0: unknown-rule: r"],
    because: "a name has a letter case",
  },
  { texts: [correlation("c", "[R]"), rule("id: x")], found: ["0: unknown-rule: R"], because: "a title is no name" },
  { texts: [rule("id: r\nname: r"), correlation("c", "[r]")], found: [], because: "both are one rule" },
  {
    texts: [rule("id: r"), rule("name: r"), correlation("c", "[r]")],
    found: ["2: ambiguous-rule: r"],
    because: "two rules are called so",
  },
  {
    texts: [correlation("c", "[d]"), correlation("d", "[r]"), rule("name: r")],
    found: [],
    because: "a chain is no circle",
  },
  { texts: [correlation("c", "[c]")], found: ["0: correlation-cycle: c"], because: "a correlation looks at itself" },
  {
    texts: [correlation("c", "[d]"), correlation("d", "[e, r]"), correlation("e", "[c]"), rule("name: r")],
    found: ["2: correlation-cycle: c"],
    because: "three go in a circle",
  },
  {
    texts: [correlation("c", "[d, e]"), correlation("d", "[r]"), correlation("e", "[d, r]"), rule("name: r")],
    found: [],
    because: "two ways to one rule are no circle",
  },
  {
    texts: [filter("[r, s]"), rule("name: r")],
    found: ["0: unknown-filtered-rule: s"],
    because: "a filter may be early",
  },
  { texts: [filter("any")], found: [], because: "any rule is no rule in particular" },
  {
    texts: [filter("[c]"), correlation("c", "[r]"), rule("name: r")],
    found: ["0: unknown-filtered-rule: c"],
    because: "a filter is not for correlations",
  },
])("of $texts.length texts, $because", ({ texts, found }) => {
  expect(check(...texts)).toEqual(found);
});

test("a chain of thousands of correlations is followed", () => {
  const length = 5_000;
  const links = Array.from({ length }, (_, index) => correlation(`c${index}`, `[c${(index + 1) % length}]`));
  expect(check(links.join("\n---\n")).length).toBe(1);
});
