import { expect, test } from "vitest";
import { createReferenceRuleSet, createRuleSet, match } from "../../../src/engine/index.ts";
import { type Fields, makeEvent } from "../makeEvent.ts";
import { makeRule } from "../matchRule.ts";

interface Row {
  readonly asks: string;
  readonly fields: Fields;
  /** Entries of evidence, 0 where the rule does not match. */
  readonly entries: number;
  readonly because: string;
}

test.each<Row>([
  { asks: "A: [one, 'two*', '*three', '*four*']", fields: { A: "ONE" }, entries: 1, because: "it is one" },
  { asks: "A: [one, 'two*', '*three', '*four*']", fields: { A: "Two-four-three" }, entries: 3, because: "it is three" },
  { asks: "A: [one, 'two*', '*three', '*four*']", fields: { A: "one two" }, entries: 0, because: "it is none" },
  { asks: "A: [one, 'w*k']", fields: { A: "walk" }, entries: 1, because: "wildcards within are asked besides" },
  { asks: "A|cased: [One, '*Two']", fields: { A: "one" }, entries: 0, because: "case counts" },
  { asks: "A|cased: [One, '*Two']", fields: { A: "xTwo" }, entries: 1, because: "it is as written" },
  { asks: "A: ['12', '*-*']", fields: { A: 12 }, entries: 1, because: "a number has a text" },
  { asks: "A: ['true', '*-*']", fields: { A: true }, entries: 1, because: "so has a boolean" },
  { asks: "A: ['', x]", fields: { A: "" }, entries: 1, because: "nothing is a text" },
  { asks: "A: ['', x]", fields: { A: null }, entries: 0, because: "null is none" },
  { asks: "A: [x, y]", fields: { A: ["n", "Y", "X"] }, entries: 2, because: "of several members any may have it" },
  { asks: "A|contains|all: [x, y]", fields: { A: ["x", "y"] }, entries: 2, because: "each in another member" },
  { asks: "A|contains|all: [x, y]", fields: { A: "xx" }, entries: 0, because: "one is missing" },
  {
    asks: "A|contains|all: [x, 'y*z']",
    fields: { A: "xy-z" },
    entries: 2,
    because: "wildcards within must be there too",
  },
  { asks: "A: ['\u212aiwi', 'x']", fields: { A: "kiwi" }, entries: 1, because: "the Kelvin sign is a k" },
  { asks: "A|contains: ['\u03a3', 'x']", fields: { A: "\u03c2" }, entries: 1, because: "there is one sigma" },
  { asks: "A: [x, y]", fields: { B: "x" }, entries: 0, because: "the field is not there" },
])("$asks of $fields gives $entries entries: $because", ({ asks, fields, entries }) => {
  const rules = [[1, makeRule(`s: { ${asks} }\ncondition: s`)]] as const;
  const event = makeEvent(fields);
  expect(match(createRuleSet(rules), event)).toEqual(match(createReferenceRuleSet(rules), event));
  expect(match(createRuleSet(rules), event)[0]?.evidence.length ?? 0).toBe(entries);
});
