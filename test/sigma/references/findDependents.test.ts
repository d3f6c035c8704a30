import { expect, test } from "vitest";
import { findDependents } from "../../../src/sigma/index.ts";
import { parse } from "../ruleWith.ts";

const text = (name: string, rules: string): string =>
  `title: ${name}\nname: ${name}\nid: ID-${name}\ncorrelation: {type: temporal, rules: ${rules}, timespan: 1m}`;

/** The names of those that cannot be used because the first of these cannot. */
function dependents(...texts: readonly string[]): readonly string[] {
  const correlations = texts.flatMap((each) => parse(each).correlations);
  return Array.from(findDependents(correlations, correlations.slice(0, 1)).keys(), ({ title }) => title);
}

test.each([
  { texts: [text("a", "[r]"), text("b", "[r]")], found: [], because: "it looks at something else" },
  { texts: [text("a", "[r]"), text("b", "[r, a]")], found: ["b"], because: "it looks at it by name" },
  { texts: [text("a", "[r]"), text("b", "[id-A]")], found: ["b"], because: "it looks at it by id, in any letter case" },
  { texts: [text("a", "[r]"), text("b", "[A]")], found: [], because: "a name has a letter case" },
  { texts: [text("a", "[r]"), text("c", "[b]"), text("b", "[a]")], found: ["b", "c"], because: "through another" },
  { texts: [text("a", "[r]"), text("b", "[a, c]"), text("c", "[b]")], found: ["b", "c"], because: "in a circle" },
])("a correlation cannot be used if what it looks at cannot: $because", ({ texts, found }) => {
  expect(dependents(...texts)).toEqual(found);
});

test("the reference at fault is blamed", () => {
  const [broken, other] = [text("a", "[r]"), text("b", "[r, a]")];
  const [first, second] = [broken, other].flatMap((each) => parse(each).correlations);
  const problem = first && second ? findDependents([first, second], [first]).get(second) : undefined;
  expect(problem).toMatchObject({ code: "unknown-rule", severity: "error" });
  expect(other.slice(problem?.span.start, problem?.span.end)).toBe("a");
});

test("a chain may be as long as there are correlations", () => {
  const chain = Array.from({ length: 5_000 }, (_, index) => text(`c${index}`, `[c${index - 1}]`));
  expect(dependents(...chain)).toHaveLength(4_999);
});
