import { expect, test } from "vitest";
import type { Condition, Selection, Span } from "../../src/sigma/index.ts";
import { ruleText, soundRule } from "./ruleWith.ts";

const text = ruleText(`selection_one:
  CommandLine|contains|all:
    - whoami
    - '/all'
  'User': "root"
selection_two:
  - first
  - Image: 0x10
condition: not selection_one or (1 of selection_* and
  selection_two)`);

const rule = soundRule(text);
const at = ({ start, end }: Span): string => text.slice(start, end);

function spansOf(selection: Selection): readonly string[] {
  if (selection.kind !== "item") return [at(selection.span), ...selection.operands.flatMap(spansOf)];
  return [at(selection.span), ...selection.values.map(({ span }) => at(span))];
}

test("each part of a selection knows its place", () => {
  const [one, two] = rule.detection.selections.values();
  expect(one && spansOf(one)).toEqual([
    "CommandLine|contains|all:\n      - whoami\n      - '/all'\n    'User': \"root\"",
    "CommandLine|contains|all:\n      - whoami\n      - '/all'",
    "whoami",
    "'/all'",
    "'User': \"root\"",
    '"root"',
  ]);
  expect(two && spansOf(two)).toEqual([
    "- first\n    - Image: 0x10",
    "first",
    "first",
    "Image: 0x10",
    "Image: 0x10",
    "0x10",
  ]);
});

function placesOf(condition: Condition): readonly Span[] {
  switch (condition.kind) {
    case "selection":
    case "quantifier":
      return [condition.span];
    case "not":
      return [condition.span, ...placesOf(condition.operand)];
    case "and":
    case "or":
      return [condition.span, ...condition.operands.flatMap(placesOf)];
  }
}

const conditionOf = (line: string): readonly string[] => {
  const source = ruleText(`a: x\nb_1: x\nb_2: x\ncondition: ${line}`);
  return soundRule(source)
    .detection.conditions.flatMap(placesOf)
    .map(({ start, end }) => source.slice(start, end));
};

test.each([
  { line: "a", places: ["a"] },
  { line: "'a and not b_1'", places: ["a and not b_1", "a", "not b_1", "b_1"] },
  { line: '"a or (1 of b_* and b_2)"', places: ["a or (1 of b_* and b_2", "a", "1 of b_* and b_2", "1 of b_*", "b_2"] },
  { line: "\n  - all of them\n  - 'a'", places: ["all of them", "a"] },
])("each part of the condition $line knows its place", ({ line, places }) => {
  expect(conditionOf(line)).toEqual(places);
});

test("a part of a folded condition is the whole of it", () => {
  const places = rule.detection.conditions.flatMap(placesOf).map(at);
  expect(new Set(places)).toEqual(new Set(["not selection_one or (1 of selection_* and\n    selection_two)"]));
});

test("sections know their places", () => {
  expect(at(rule.logsource.span)).toBe("product: windows");
  expect(at(rule.detection.span)).toBe(text.slice(text.indexOf("selection_one")));
  expect(at(rule.span)).toBe(text);
});
