import { expect, test } from "vitest";
import { type Fields, makeEvent } from "./makeEvent.ts";
import { matchRule } from "./matchRule.ts";

test.each<{ selection: string; fields: Fields; matches: boolean; because: string }>([
  { selection: "{ A|neq: x }", fields: { A: "y" }, matches: true, because: "it is another value" },
  { selection: "{ A|neq: x }", fields: { A: "X" }, matches: false, because: "it is the value" },
  { selection: "{ A|neq: x }", fields: {}, matches: true, because: "an absent field is not x" },
  { selection: "{ A|neq: x }", fields: { A: null }, matches: true, because: "nor is null" },
  { selection: "{ A|neq: x, A|exists: true }", fields: {}, matches: false, because: "unless it must exist" },
  { selection: "{ A|neq: [x, y] }", fields: { A: "y" }, matches: false, because: "it is one of the values" },
  { selection: "{ A|neq: [x, y] }", fields: { A: "z" }, matches: true, because: "it is none of them" },
  { selection: "{ A|neq: x }", fields: { A: ["y", "x"] }, matches: false, because: "one member is x" },
  { selection: "{ A|contains|all|neq: [x, y] }", fields: { A: "x" }, matches: true, because: "not all are there" },
  { selection: "{ A|contains|all|neq: [x, y] }", fields: { A: "yx" }, matches: false, because: "all are" },
  { selection: "{ A|neq: null }", fields: { A: "" }, matches: true, because: "the field has a value" },
  { selection: "{ A|neq: null }", fields: {}, matches: false, because: "an absent field has none" },
  { selection: "{ A|neq: 5 }", fields: { A: "5.0" }, matches: false, because: "it is the number" },
  { selection: "{ A|lt|neq: 5 }", fields: { A: 7 }, matches: true, because: "it is not less" },
  { selection: "{ A|lt|neq: 5 }", fields: { A: "many" }, matches: true, because: "nor is what is no number" },
  { selection: "{ A|re|neq: '^x' }", fields: { A: "xy" }, matches: false, because: "the expression is found" },
  { selection: "{ A|cidr|neq: 10.0.0.0/8 }", fields: { A: "11.0.0.1" }, matches: true, because: "it is outside" },
  { selection: "{ '|neq': x }", fields: { A: "a", B: "xyz" }, matches: false, because: "a keyword is somewhere" },
  { selection: "{ '|neq': x }", fields: { A: "a" }, matches: true, because: "or nowhere" },
])("$selection on $fields: $matches, because $because", ({ selection, fields, matches }) => {
  expect(matchRule(`s: ${selection}\ncondition: s`, makeEvent(fields)) !== undefined).toBe(matches);
});

test.each([
  { selection: "{ A|neq: x }", evidence: { selection: "s", field: "A", pattern: "not x" } },
  { selection: "{ A|neq: [x, y] }", evidence: { selection: "s", field: "A", pattern: "not (x or y)" } },
  { selection: "{ A|neq|all: [x, y] }", evidence: { selection: "s", field: "A", pattern: "not (x and y)" } },
  { selection: "{ '|neq': x }", evidence: { selection: "s", pattern: "not x" } },
])("the evidence of $selection is one entry without a value", ({ selection, evidence }) => {
  expect(matchRule(`s: ${selection}\ncondition: s`, makeEvent({ A: "z" }))).toEqual([evidence]);
});
