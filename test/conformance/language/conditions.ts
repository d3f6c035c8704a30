import { detecting, holding, section, whose } from "./languageCase.ts";

const filters = ["selection_one", "selection_two", "filter_one", "_hidden"];

/** What is asked of the selections together. */
export const conditionCases = [
  ...section("Condition: and, or, not", [
    { because: "`and` needs both", rule: whose("a and b"), event: holding("a"), matches: false },
    { because: "`and` has both", rule: whose("a and b"), event: holding("a", "b"), matches: true },
    { because: "`or` needs one", rule: whose("a or b"), event: holding("b"), matches: true },
    { because: "`or` has none", rule: whose("a or b"), event: holding("c"), matches: false },
    { because: "`not` is the contrary", rule: whose("not a"), event: holding("b"), matches: true },
    { because: "`not` of what holds does not", rule: whose("not a"), event: holding("a"), matches: false },
    { because: "`not` of an absent field holds", rule: whose("a and not b"), event: holding("a"), matches: true },
    { because: "twice `not` is nothing", rule: whose("not not a"), event: holding("a"), matches: true },
    { because: "operators are understood in any case", rule: whose("a AND NOT b"), event: holding("a"), matches: true },
  ]),
  ...section("Condition: precedence", [
    { because: "`and` binds more than `or`", rule: whose("a or b and c"), event: holding("a"), matches: true },
    { because: "from either side", rule: whose("a and b or c"), event: holding("c"), matches: true },
    { because: "brackets bind more", rule: whose("(a or b) and c"), event: holding("a"), matches: false },
    { because: "`not` binds more than `and`", rule: whose("not a and b"), event: holding("b"), matches: true },
    { because: "`not` stops there", rule: whose("not a and b"), event: holding("c"), matches: false },
    { because: "`not` of a bracket is of all in it", rule: whose("not (a or b)"), event: holding("b"), matches: false },
    { because: "`1 of` binds more than `not`", rule: whose("not 1 of a* and b"), event: holding("b"), matches: true },
  ]),
  ...section("Condition: x of them", [
    { because: "one of them is enough", rule: whose("1 of them"), event: holding("c"), matches: true },
    { because: "none is too few", rule: whose("1 of them"), event: {}, matches: false },
    { because: "all of them are needed", rule: whose("all of them"), event: holding("a", "b"), matches: false },
    { because: "all of them are there", rule: whose("all of them"), event: holding("a", "b", "c"), matches: true },
    { because: "`any of` is `1 of`", rule: whose("any of them"), event: holding("b"), matches: true },
    {
      because: "what begins with an underscore is not one of them",
      rule: whose("1 of them", filters),
      event: holding("_hidden"),
      matches: false,
    },
    {
      because: "nor is it needed",
      rule: whose("all of them", filters),
      event: holding("selection_one", "selection_two", "filter_one"),
      matches: true,
    },
    { because: "several of them may be asked for", rule: whose("2 of them"), event: holding("a", "c"), matches: true },
    { because: "fewer do not do", rule: whose("2 of them"), event: holding("a"), matches: false },
  ]),
  ...section("Condition: x of a pattern", [
    {
      because: "one that fits is enough",
      rule: whose("1 of selection_*", filters),
      event: holding("selection_two"),
      matches: true,
    },
    {
      because: "others do not count",
      rule: whose("1 of selection_*", filters),
      event: holding("filter_one"),
      matches: false,
    },
    {
      because: "all that fit are needed",
      rule: whose("all of selection_*", filters),
      event: holding("selection_one"),
      matches: false,
    },
    {
      because: "a star stands anywhere",
      rule: whose("all of *_one", filters),
      event: holding("selection_one", "filter_one"),
      matches: true,
    },
    {
      because: "several stars too",
      rule: whose("1 of s*_t*", filters),
      event: holding("selection_two"),
      matches: true,
    },
    {
      because: "what is hidden fits no such pattern",
      rule: whose("1 of *", filters),
      event: holding("_hidden"),
      matches: false,
    },
    {
      because: "but one that begins as it does",
      rule: whose("1 of _*", filters),
      event: holding("_hidden"),
      matches: true,
    },
    {
      because: "filters are negated together",
      rule: whose("1 of selection_* and not 1 of filter_*", filters),
      event: holding("selection_one", "filter_one"),
      matches: false,
    },
    { because: "a pattern that fits nothing is a mistake", rule: whose("1 of nothing_*"), problem: "unmatched-glob" },
    {
      because: "so it is with `all`, which would always hold",
      rule: whose("all of nothing_*"),
      problem: "unmatched-glob",
    },
  ]),
  ...section("Condition: lists", [
    { because: "one of the conditions is enough", rule: whose("[a and b, c]"), event: holding("c"), matches: true },
    { because: "none is too few", rule: whose("[a and b, c]"), event: holding("b"), matches: false },
  ]),
  ...section("Condition: grammar", [
    { because: "a selection must be there", rule: whose("a and d"), problem: "unknown-selection" },
    { because: "a condition is not empty", rule: whose("''"), problem: "empty-condition" },
    { because: "a condition goes on behind an operator", rule: whose("a and"), problem: "incomplete-condition" },
    { because: "brackets are closed", rule: whose("(a or b"), problem: "unclosed-parenthesis" },
    { because: "an operator stands between two", rule: whose("a b"), problem: "unexpected-token" },
    { because: "none of them is no quantifier", rule: whose("0 of them"), problem: "invalid-quantifier" },
    { because: "aggregations are obsolete", rule: whose("a | count() > 5"), problem: "deprecated-aggregation" },
    { because: "names may have a hyphen", rule: whose("my-sel", ["my-sel"]), event: holding("my-sel"), matches: true },
    {
      because: "`timeframe` is no selection",
      rule: detecting("a: { a: yes }\ntimeframe: 5m\ncondition: all of them"),
      event: holding("a"),
      matches: true,
    },
  ]),
];
