import { expect, test } from "vitest";
import { exclusionsOfRule } from "../../../../src/engine/indexed/anchors/exclusions.ts";
import { createReferenceRuleSet, createRuleSet, match } from "../../../../src/engine/index.ts";
import { makeEvent } from "../../makeEvent.ts";
import { makeRule } from "../../matchRule.ts";

/** `field kind text`, one for each atom. */
const exclusions = (detection: string): readonly string[] =>
  exclusionsOfRule(makeRule(detection), (field) => field !== "Hidden").map(
    ({ field = "", kind, text }) => `${field} ${kind} ${text}`,
  );

test.each([
  { detection: "f: { A|contains: '\\x' }\ncondition: not f", is: ["A contains \\x"], because: "it must not be there" },
  {
    detection: "f: { A: [One, '*.exe'] }\ng: { B: 'b*' }\ncondition: not f and not g",
    is: ["A equals one", "A endswith .exe", "B startswith b"],
    because: "none of all may be",
  },
  {
    detection: "f_1: { A: x }\nf_2: [{ A: y }, { B: z }]\ncondition: not 1 of f_*",
    is: ["A equals x", "A equals y", "B equals z"],
    because: "one of some selections is enough to fail",
  },
  { detection: "f: { A: x, B: y }\ncondition: not f", is: [], because: "of two that go together one says nothing" },
  { detection: "f_1: { A: x }\nf_2: { B: y }\ncondition: not all of f_*", is: [], because: "nor of two selections" },
  { detection: "f: { A|contains|all: [x, y] }\ncondition: not f", is: [], because: "nor of two texts" },
  { detection: "f: { A: x }\ncondition: not (not f)", is: [], because: "what is denied twice must be there" },
  { detection: "f: { A|neq: x }\ncondition: not f", is: [], because: "so must what is negated in the item" },
  { detection: "f: { A|cased: X }\ncondition: not f", is: [], because: "an index does not tell cases apart" },
  { detection: "f: { A|re: x }\ncondition: not f", is: [], because: "nor expressions" },
  { detection: "f: { A: 'x*y' }\ncondition: not f", is: [], because: "nor wildcards within" },
  { detection: "f: { A: null }\ncondition: not f", is: [], because: "null is no text" },
  { detection: "f: [x]\ncondition: not f", is: [], because: "keywords have an index of their own" },
  { detection: "f: { Hidden: x }\ncondition: not f", is: [], because: "the field may not be looked up" },
  {
    detection: "f: { A: x }\ng: { B: y }\ncondition: not f or not g",
    is: [],
    because: "where one fails the other may hold",
  },
  { detection: "f: { A: x }\ng: { A: y }\ncondition: [not f, not g]", is: [], because: "so it is with two conditions" },
])("$detection is excluded by $is: $because", ({ detection, is }) => {
  expect(exclusions(detection)).toEqual(is);
});

test.each([
  { fields: { A: "c:\\x" }, matches: false, because: "what must not be there is" },
  { fields: { A: "x" }, matches: true, because: "it is not" },
  { fields: { B: "c:\\x" }, matches: true, because: "it is elsewhere" },
  { fields: { A: ["x", "c:\\x"] }, matches: false, because: "any member of a list counts" },
  { fields: { A: "c:\\" + "y".repeat(700) }, matches: false, because: "it stands in a long value" },
  { fields: { A: 5 }, matches: true, because: "a number has no backslash" },
  { fields: {}, matches: true, because: "there is nothing" },
])("a rule of negations matches $fields: $matches, as $because", ({ fields, matches }) => {
  const rules = [
    [1, makeRule("f: { A|contains: '\\' }\ng: { A: null, B: null, C: 1 }\ncondition: not f and not g")],
  ] as const;
  const event = makeEvent(fields);
  expect(match(createRuleSet(rules), event)).toEqual(match(createReferenceRuleSet(rules), event));
  expect(match(createRuleSet(rules), event)).toHaveLength(matches ? 1 : 0);
});

test.each([
  { fields: { A: "a" }, matches: true, because: "the field is there, and nothing that must not be" },
  { fields: { A: "ax" }, matches: false, because: "it has what must not be there" },
  { fields: { A: "a", B: "y" }, matches: false, because: "another field has, which is looked at later" },
  { fields: { B: "y", A: "a" }, matches: false, because: "wherever it stands" },
  { fields: { A: ["a", "b"], C: "c" }, matches: true, because: "it is offered once for all that point to it" },
  { fields: { B: "b" }, matches: false, because: "the field is not there" },
])(
  "a rule that asks for a field, and some texts not, matches $fields: $matches, as $because",
  ({ fields, matches }) => {
    const detection =
      "s: [{ A: '*' }, { C|exists: true, C: '*' }]\nf: { A|contains: x }\ng: { B: y }\ncondition: s and not f and not g";
    const rules = [[1, makeRule(detection)]] as const;
    const event = makeEvent(fields);
    expect(match(createRuleSet(rules), event)).toEqual(match(createReferenceRuleSet(rules), event));
    expect(match(createRuleSet(rules), event)).toHaveLength(matches ? 1 : 0);
  },
);

test("one event's exclusion is forgotten at the next", () => {
  const ruleSet = createRuleSet([[1, makeRule("f: { A|contains: '\\' }\ncondition: not f")]]);
  const found = ["c:\\x", "x", "c:\\x", "y"].map((value) => match(ruleSet, makeEvent({ A: value })).length);
  expect(found).toEqual([0, 1, 0, 1]);
});
