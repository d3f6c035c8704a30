import { expect, test } from "vitest";
import { showCondition } from "./expression.ts";
import { blamed, ruleText, soundRule } from "./ruleWith.ts";

const names = [
  "a",
  "b",
  "sel_1",
  "sel_2",
  "sel_x_2",
  "filter-main",
  "_hidden",
  "_hid",
  "all",
  "of",
  "them",
  "1",
  "ANY",
  "null",
];

const detection = (conditions: string): string =>
  ruleText(`${names.map((name) => `${name}: x`).join("\n")}\ncondition: ${conditions}`);

const visible = "a b sel_1 sel_2 sel_x_2 filter-main all of them 1 ANY null";

test.each([
  { text: "a", tree: "a", because: "a name is a selection" },
  { text: "a and b or sel_1", tree: "(or (and a b) sel_1)", because: "and binds closer than or" },
  { text: "a or b and sel_1", tree: "(or a (and b sel_1))", because: "also behind an or" },
  { text: "not a and b", tree: "(and (not a) b)", because: "not binds closest" },
  { text: "not not a", tree: "(not (not a))", because: "not can be repeated" },
  { text: "not (a or b)", tree: "(not (or a b))", because: "parentheses group" },
  { text: "((a))", tree: "a", because: "parentheses leave nothing behind" },
  { text: "a and (b and sel_1)", tree: "(and a (and b sel_1))", because: "a group stays as it is written" },
  { text: "a and b and sel_1", tree: "(and a b sel_1)", because: "a chain is one node" },
  {
    text: "a AND NOT b Or sel_1",
    tree: "(or (and a (not b)) sel_1)",
    because: "letter case of operators does not count",
  },
  { text: "filter-main", tree: "filter-main", because: "a name may hold a hyphen" },
  { text: "(a)and(b)", tree: "(and a b)", because: "parentheses separate words" },
  { text: "  a\tand  b ", tree: "(and a b)", because: "blanks do not count" },
  { text: "1 of sel_*", tree: "(1 of sel_* = sel_1 sel_2 sel_x_2)", because: "a star stands for any run" },
  { text: "any of sel_*", tree: "(1 of sel_* = sel_1 sel_2 sel_x_2)", because: "any is 1" },
  { text: "ALL OF sel_*", tree: "(all of sel_* = sel_1 sel_2 sel_x_2)", because: "letter case does not count here" },
  { text: "2 of sel_*", tree: "(2 of sel_* = sel_1 sel_2 sel_x_2)", because: "any number is allowed" },
  { text: "1 of *_2", tree: "(1 of *_2 = sel_2 sel_x_2)", because: "the star may come first" },
  { text: "1 of s*_*2", tree: "(1 of s*_*2 = sel_2 sel_x_2)", because: "there may be several stars" },
  { text: "1 of sel_*2*", tree: "(1 of sel_*2* = sel_2 sel_x_2)", because: "a run may be empty" },
  { text: "1 of a", tree: "(1 of a = a)", because: "a pattern needs no star" },
  { text: "all of them", tree: `(all of them = ${visible})`, because: "them is all but names with _" },
  { text: "1 of *", tree: `(1 of * = ${visible})`, because: "and so is a star" },
  { text: "1 of *hid*", tree: "", because: "names with _ are left out of other patterns" },
  { text: "1 of _*", tree: "(1 of _* = _hidden _hid)", because: "unless the pattern begins with _" },
  { text: "_hidden", tree: "_hidden", because: "a name with _ can be named" },
  {
    text: "not 1 of sel_* and a",
    tree: "(and (not (1 of sel_* = sel_1 sel_2 sel_x_2)) a)",
    because: "a quantifier is an operand",
  },
  { text: "all and of or them", tree: "(or (and all of) them)", because: "words of quantifiers can be names" },
  { text: "1 and not ANY", tree: "(and 1 (not ANY))", because: "so can numbers" },
  { text: "1 of of", tree: "(1 of of = of)", because: "even here" },
  { text: "null", tree: "null", because: "a name may look like another type of YAML" },
])("the condition `$text` is $tree: $because", ({ text, tree }) => {
  if (tree === "") expect(blamed(detection(text))).toEqual([`unmatched-glob: ${text}`]);
  else expect(soundRule(detection(text)).detection.conditions.map(showCondition)).toEqual([tree]);
});

test("a list of conditions is several conditions", () => {
  const { conditions } = soundRule(detection("[a, not b]")).detection;
  expect(conditions.map(showCondition)).toEqual(["a", "(not b)"]);
});

test.each([
  { text: "a and missing", blame: ["unknown-selection: missing"] },
  { text: "missing and absent", blame: ["unknown-selection: missing", "unknown-selection: absent"] },
  { text: "A", blame: ["unknown-selection: A"] },
  { text: "not (a or gone)", blame: ["unknown-selection: gone"] },
  { text: "1 of gone*", blame: ["unmatched-glob: 1 of gone*"] },
  { text: "4 of sel_*", blame: ["invalid-quantifier: 4 of sel_*"] },
  { text: "99999999999999999999 of sel_*", blame: ["invalid-quantifier: 99999999999999999999 of sel_*"] },
  { text: "0 of them", blame: ["invalid-quantifier: 0 of them"] },
  { text: "a b", blame: ["unexpected-token: b"] },
  { text: "a)", blame: ["unexpected-token: )"] },
  { text: "a.b", blame: ["unexpected-token: ."] },
  { text: "a and and b", blame: ["unexpected-token: and"] },
  { text: "not or", blame: ["unexpected-token: or"] },
  { text: "sel_*", blame: ["unexpected-token: sel_*"] },
  { text: "two of them", blame: ["unexpected-token: two"] },
  { text: "1 of (a)", blame: ["unexpected-token: ("] },
  { text: "(a or b", blame: ["unclosed-parenthesis: ("] },
  { text: "a and (b", blame: ["unclosed-parenthesis: ("] },
  { text: "(a b)", blame: ["unexpected-token: b"] },
  { text: "a or", blame: ["incomplete-condition: "] },
  { text: "all of", blame: ["incomplete-condition: "] },
  { text: "a | count() > 5", blame: ["deprecated-aggregation: | count() > 5"] },
  { text: "(a | near b)", blame: ["deprecated-aggregation: | near b)"] },
  { text: "| count() > 5", blame: ["deprecated-aggregation: | count() > 5"] },
])("the condition `$text` blames $blame", ({ text, blame }) => {
  expect(blamed(detection(`"${text}"`))).toEqual(blame);
});

test("64 levels of nesting are read, 65 are a problem", () => {
  const nested = (depth: number): string => detection(`${"(".repeat(depth)}a${")".repeat(depth)}`);
  expect(blamed(nested(64))).toEqual([]);
  expect(blamed(nested(65))).toEqual(["condition-too-deep: ("]);
});

test("each condition of a list has its own problem", () => {
  expect(blamed(detection("[a b, a, gone]"))).toEqual(["unexpected-token: b", "unknown-selection: gone"]);
});
