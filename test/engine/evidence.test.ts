import { expect, test } from "vitest";
import type { Evidence } from "../../src/engine/index.ts";
import { type Fields, makeEvent } from "./makeEvent.ts";
import { matchRule } from "./matchRule.ts";

interface Row {
  readonly what: string;
  readonly detection: string;
  readonly fields: Fields;
  readonly evidence: readonly Evidence[];
}

test.each<Row>([
  {
    what: "every item of a map, in the rule's order",
    detection: "s: { B: y, A|endswith: \\cmd.exe }\ncondition: s",
    fields: { A: "C:\\Cmd.exe", B: "Y", C: "z" },
    evidence: [
      { selection: "s", field: "B", value: "Y", pattern: "y" },
      { selection: "s", field: "A", value: "C:\\Cmd.exe", pattern: "\\cmd.exe" },
    ],
  },
  {
    what: "every value of a list that matches, not the others",
    detection: "s: { A|contains: [b, x, a] }\ncondition: s",
    fields: { A: "ab" },
    evidence: [
      { selection: "s", field: "A", value: "ab", pattern: "b" },
      { selection: "s", field: "A", value: "ab", pattern: "a" },
    ],
  },
  {
    what: "the first member of an array that matches",
    detection: "s: { A|contains: b }\ncondition: s",
    fields: { A: ["a", "b1", "b2"] },
    evidence: [{ selection: "s", field: "A", value: "b1", pattern: "b" }],
  },
  {
    what: "every branch of an `or` that holds",
    detection: "s: { A: 1 }\nt: { B: 2 }\nu: { C: 3 }\ncondition: u or t or s",
    fields: { A: 1, C: 3 },
    evidence: [
      { selection: "u", field: "C", value: "3", pattern: "3" },
      { selection: "s", field: "A", value: "1", pattern: "1" },
    ],
  },
  {
    what: "every selection of a quantifier that holds, in the rule's order",
    detection: "s_2: { B: 2 }\ns_1: { A: 1 }\ns_3: { C: 3 }\ncondition: 1 of s_*",
    fields: { A: 1, B: 2 },
    evidence: [
      { selection: "s_2", field: "B", value: "2", pattern: "2" },
      { selection: "s_1", field: "A", value: "1", pattern: "1" },
    ],
  },
  {
    what: "a satisfied negation without what it found",
    detection: "s: { A: 1 }\nfilter: { B: 2 }\ncondition: s and not filter",
    fields: { A: 1 },
    evidence: [
      { selection: "s", field: "A", value: "1", pattern: "1" },
      { selection: "filter", pattern: "not filter" },
    ],
  },
  {
    what: "a satisfied negation of a quantifier",
    detection: "s: { A: 1 }\nfilter_a: { B: 2 }\nfilter_b: { B: 3 }\ncondition: not 1 of filter_* and s",
    fields: { A: 1 },
    evidence: [
      { selection: "1 of filter_*", pattern: "not 1 of filter_*" },
      { selection: "s", field: "A", value: "1", pattern: "1" },
    ],
  },
  {
    what: "a satisfied negation of an expression as one entry",
    detection: "s: { A: 1 }\nt: { B: 2 }\nu: { C: 3 }\ncondition: not (s and (t or not u))",
    fields: {},
    evidence: [{ selection: "s and (t or not u)", pattern: "not (s and (t or not u))" }],
  },
  {
    what: "no branch that does not hold, even where a part of it does",
    detection: "s: { A: 1 }\nt: { B: 2 }\nu: { C: 3 }\ncondition: (s and t) or u",
    fields: { A: 1, C: 3 },
    evidence: [{ selection: "u", field: "C", value: "3", pattern: "3" }],
  },
  {
    what: "a selection that the condition names twice, once",
    detection: "s: { A: 1 }\nt: { B: 2 }\ncondition: s and 1 of them",
    fields: { A: 1 },
    evidence: [{ selection: "s", field: "A", value: "1", pattern: "1" }],
  },
  {
    what: "the maps of a list that hold",
    detection: "s: [{ A: 1, B: 1 }, { A: 1, C: 3 }, { D: 4 }]\ncondition: s",
    fields: { A: 1, C: 3, D: 4 },
    evidence: [
      { selection: "s", field: "A", value: "1", pattern: "1" },
      { selection: "s", field: "C", value: "3", pattern: "3" },
      { selection: "s", field: "D", value: "4", pattern: "4" },
    ],
  },
  {
    what: "the field where a keyword was found",
    detection: "s: { '|all': ['o*e', 22] }\ncondition: s",
    fields: { A: "it is 22", B: "no one", C: "one" },
    evidence: [
      { selection: "s", field: "B", value: "no one", pattern: "o*e" },
      { selection: "s", field: "A", value: "it is 22", pattern: "22" },
    ],
  },
  {
    what: "tests of absence without a value",
    detection: "s: { A: null, B|exists: false, C|exists: true, D|exists: true }\ncondition: s",
    fields: { A: null, C: "x", D: [] },
    evidence: [
      { selection: "s", field: "A", pattern: "null" },
      { selection: "s", field: "B", pattern: "false" },
      { selection: "s", field: "C", value: "x", pattern: "true" },
      { selection: "s", field: "D", pattern: "true" },
    ],
  },
  {
    what: "the field as the rule names it, the value as the event has it, the pattern as the author wrote it",
    detection: "s: { x.y|re: 'b.', n: 0x10, flag: true, ip|cidr: 10.1.2.3/8, esc: 'a\\*\\\\*' }\ncondition: s",
    fields: { N: "Abc", n: "16", flag: "TRUE", ip: "10.0.0.1", esc: "A*\\z" },
    evidence: [
      { selection: "s", field: "x.y", value: "Abc", pattern: "b." },
      { selection: "s", field: "n", value: "16", pattern: "0x10" },
      { selection: "s", field: "flag", value: "TRUE", pattern: "true" },
      { selection: "s", field: "ip", value: "10.0.0.1", pattern: "10.1.2.3/8" },
      { selection: "s", field: "esc", value: "A*\\z", pattern: "a\\*\\\\*" },
    ],
  },
])("evidence has $what", ({ detection, fields, evidence }) => {
  const event = makeEvent(fields, { aliases: new Map([["x.y", "N"]]) });
  expect(matchRule(detection, event)).toEqual(evidence);
});

test("a value of evidence is whole, however long", () => {
  const value = "x".repeat(100_000);
  expect(matchRule("s: { A|startswith: x }\ncondition: s", makeEvent({ A: value }))?.[0]?.value).toBe(value);
});
