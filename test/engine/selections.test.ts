import { expect, test } from "vitest";
import { type Fields, makeEvent } from "./makeEvent.ts";
import { matchRule } from "./matchRule.ts";

interface Row {
  readonly selection: string;
  readonly fields: Fields;
  readonly matches: boolean;
  readonly because: string;
}

test.each<Row>([
  { selection: "{ A: x, B: y }", fields: { A: "x", B: "y" }, matches: true, because: "all items of a map hold" },
  { selection: "{ A: x, B: y }", fields: { A: "x" }, matches: false, because: "one item of the map does not" },
  { selection: "[{ A: x }, { B: y }]", fields: { B: "y" }, matches: true, because: "one map of a list is enough" },
  { selection: "[{ A: x }, { B: y }]", fields: { C: "z" }, matches: false, because: "no map of the list holds" },
  { selection: "[{ A: x, B: y }, { C: z }]", fields: { A: "x" }, matches: false, because: "maps in a list stay whole" },
  { selection: "[[{ A: x }], [{ B: y }]]", fields: { B: "y" }, matches: true, because: "lists nest" },
  {
    selection: "[word, { A: x }]",
    fields: { B: "a word" },
    matches: true,
    because: "a scalar beside maps is a keyword",
  },
  { selection: "[word, { A: x }]", fields: { A: "x" }, matches: true, because: "and the maps still count" },
  { selection: "{ A: [x, y] }", fields: { A: "y" }, matches: true, because: "one value of a list is enough" },
  { selection: "{ A: [x, y] }", fields: { A: "xy" }, matches: false, because: "values are whole" },
  { selection: "{ A|contains|all: [x, y] }", fields: { A: "yx" }, matches: true, because: "`all` values are there" },
  { selection: "{ A|contains|all: [x, y] }", fields: { A: "x" }, matches: false, because: "`all` needs every value" },
  { selection: "{ A|all|contains: [x, y] }", fields: { A: "x" }, matches: false, because: "wherever `all` stands" },
  { selection: "{ A|contains|all: x }", fields: { A: "xy" }, matches: true, because: "all of one value is that value" },
  {
    selection: "{ A|all: [x, y] }",
    fields: { A: ["y", "z", "x"] },
    matches: true,
    because: "each value has its member",
  },
  { selection: "{ A|all: [x, y] }", fields: { A: ["x", "z"] }, matches: false, because: "one value has no member" },
  {
    selection: "{ A|contains: a, A|endswith: z }",
    fields: { A: "a-z" },
    matches: true,
    because: "a field may stand twice",
  },
  { selection: "{ A|contains: a, A|endswith: z }", fields: { A: "z" }, matches: false, because: "both items count" },
  { selection: "{ A: [null, x] }", fields: { B: "y" }, matches: true, because: "null in a list is one of the values" },
  { selection: "{ A: [null, x] }", fields: { A: "x" }, matches: true, because: "as are the others" },
  { selection: "{ A: [null, x] }", fields: { A: "y" }, matches: false, because: "and nothing else" },
  { selection: "{ A: '' }", fields: { A: "" }, matches: true, because: "the empty string is a value" },
  { selection: "{ A: '' }", fields: {}, matches: false, because: "absence is no empty string" },
  { selection: "{ A: null }", fields: {}, matches: true, because: "absence is null" },
  { selection: "{ A|exists: true }", fields: { A: null }, matches: true, because: "null exists" },
  { selection: "{ A|exists: false }", fields: { A: null }, matches: false, because: "null exists" },
  { selection: "{ A|exists: 'false' }", fields: {}, matches: true, because: "a quoted boolean is accepted" },
  { selection: "{ A: true }", fields: { A: "True" }, matches: true, because: "a boolean may be logged as text" },
  { selection: "{ A: 'true' }", fields: { A: true }, matches: true, because: "and a text as a boolean" },
  { selection: "{ A: 1 }", fields: { A: "1" }, matches: true, because: "a number may be logged as text" },
  { selection: "{ A: '1' }", fields: { A: 1 }, matches: true, because: "and a text as a number" },
  { selection: "{ A|contains: 68 }", fields: { A: 4688 }, matches: true, because: "`contains` makes text of numbers" },
  { selection: "{ A|cased: Abc }", fields: { A: "abc" }, matches: false, because: "`cased` minds the case" },
  { selection: "{ A|contains|cased: B }", fields: { A: "abc" }, matches: false, because: "with `contains` too" },
  { selection: "{ A|cidr: 10.0.0.0/8 }", fields: { A: "10.1.1.1" }, matches: true, because: "the address is inside" },
  {
    selection: "{ A|cidr: 10.0.0.1 }",
    fields: { A: "10.0.0.1" },
    matches: true,
    because: "an address is a network of one",
  },
  {
    selection: "{ A|re: 'b.*d$' }",
    fields: { A: "abcd" },
    matches: true,
    because: "a regular expression is searched for",
  },
  { selection: "{ A|re|i: 'B.*D$' }", fields: { A: "abcd" }, matches: true, because: "case is its flag" },
  { selection: "{ A|re|s: 'a.b' }", fields: { A: "a\nb" }, matches: true, because: "so is the dot" },
  { selection: "{ A|re|m: '^b$' }", fields: { A: "a\nb" }, matches: true, because: "so are the anchors" },
  { selection: "{ a: x }", fields: { A: "x" }, matches: false, because: "field names are exact" },
])("$selection on $fields: $matches, because $because", ({ selection, fields, matches }) => {
  const detection = `selection: ${selection}\ncondition: selection`;
  expect(matchRule(detection, makeEvent(fields)) !== undefined).toBe(matches);
});
