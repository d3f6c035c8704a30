import { expect, test } from "vitest";
import {
  createReferenceRuleSet,
  createRuleSet,
  explain,
  type Explanation,
  type ExplanationNode,
  match,
} from "../../src/engine/index.ts";
import { type Event, normalise } from "../../src/event/index.ts";
import { parseSigma, resolvePlaceholders, type Rule } from "../../src/sigma/index.ts";
import type { Json } from "../../src/std/index.ts";
import { fixtures, ruleFiles } from "../rules/starterPack.ts";
import { many, pick, random, type Random } from "../sigma/random.ts";
import { randomRule } from "../sigma/randomRule.ts";
import { randomText } from "../sigma/randomText.ts";
import { type Fields, makeEvent } from "./makeEvent.ts";
import { makeRule } from "./matchRule.ts";

/** An explanation in lines: the verdict of each node, what it is, and what the event had. */
function outline(node: ExplanationNode, depth = 0): readonly string[] {
  const more = node.omitted > 0 ? ` and ${node.omitted} more` : "";
  const line = `${"  ".repeat(depth)}${node.holds ? "+" : "-"} ${describe(node)}${more}`;
  return [line, ...node.parts.flatMap((part) => outline(part, depth + 1))];
}

function describe(node: ExplanationNode): string {
  switch (node.kind) {
    case "selection":
      return node.isRepeated ? `${node.name} again` : node.name;
    case "all":
    case "any":
      return node.kind;
    case "item":
      return [node.linking, node.field ?? "keywords", ...node.modifiers, had(node)].join(" ");
    case "value":
      return [node.pattern.text, ...(node.found ? ["in", node.found.field ?? "it"] : []), other(node)].join(" ").trim();
    case "and":
    case "or":
    case "not":
    case "quantifier":
      return node.text;
  }
}

function had({ had: field }: Extract<ExplanationNode, { kind: "item" }>): string {
  if (field.kind !== "values") return field.kind === "everywhere" ? `in ${field.fields} fields` : field.kind;
  return JSON.stringify(field.values.map(({ text }) => text)) + (field.omitted > 0 ? ` and ${field.omitted} more` : "");
}

const other = ({ other: field }: Extract<ExplanationNode, { kind: "value" }>): string =>
  field ? `with ${field.field} ${field.had.kind}` : "";

interface Row {
  readonly what: string;
  readonly detection: string;
  readonly fields: Fields;
  readonly lines: readonly string[];
}

test.each<Row>([
  {
    what: "every part, with what the event has",
    detection: "s: { A|endswith: [x, y], B: 1 }\ncondition: s",
    fields: { A: "why", B: 2 },
    lines: [
      "- s",
      "  - all",
      '    + any A endswith ["why"]',
      "      - x",
      "      + y in it",
      '    - any B ["2"]',
      "      - 1",
    ],
  },
  {
    what: "absent fields as absent, objects as objects, null as null",
    detection: "s: [{ A: x }, { O: x }, { N: x }, { E: x }]\ncondition: s",
    fields: { "O.a": 1, N: null, E: [] },
    lines: [
      "- s",
      "  - any",
      ...["A absent", "O object", 'N ["null"]', "E []"].flatMap((field) => [
        "    - all",
        `      - any ${field}`,
        "        - x",
      ]),
    ],
  },
  {
    what: "the nodes of a condition, and a selection once",
    detection: "s: { A: 1 }\nf_a: { B: 2 }\nf_b: { B: 3 }\ncondition: s and not 1 of f_* or not s",
    fields: { A: 1, B: 3 },
    lines: [
      "- (s and not 1 of f_*) or not s",
      "  - s and not 1 of f_*",
      "    + s",
      "      + all",
      '        + any A ["1"]',
      "          + 1 in it",
      "    - not 1 of f_*",
      "      + 1 of f_*",
      "        - f_a",
      "          - all",
      '            - any B ["3"]',
      "              - 2",
      "        + f_b",
      "          + all",
      '            + any B ["3"]',
      "              + 3 in it",
      "  - not s",
      "    + s again",
    ],
  },
  {
    what: "a negated item whose values hold",
    detection: "s: { A|neq: [1, 2] }\ncondition: s",
    fields: { A: 2 },
    lines: ["- s", "  - all", '    - any A neq ["2"]', "      - 1", "      + 2 in it"],
  },
  {
    what: "keywords with the field that has them",
    detection: "s: { '|all': [one, two] }\ncondition: s",
    fields: { A: "someone", B: "b" },
    lines: ["- s", "  - all", "    - all keywords all in 2 fields", "      + one in A", "      - two"],
  },
  {
    what: "the other field of a reference",
    detection: "s: { A|fieldref: B }\ncondition: s",
    fields: { A: "x" },
    lines: ["- s", "  - all", '    - any A fieldref ["x"]', "      - B with B absent"],
  },
  {
    what: "so many members of a list, and the number of the others",
    detection: "s: { A: 5 }\ncondition: s",
    fields: { A: [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12] },
    lines: ["- s", "  - all", '    - any A ["0","1","2","3","4","6","7","8","9","10"] and 2 more', "      - 5"],
  },
])("an explanation has $what", ({ detection, fields, lines }) => {
  const { conditions } = explain(makeRule(detection), makeEvent(fields));
  expect(conditions.flatMap((condition) => outline(condition))).toEqual(lines);
});

test("of many values those that decide are kept", () => {
  const values = Array.from({ length: 100 }, (_, index) => index);
  const holding = (linking: string) =>
    explain(makeRule(`s: { A${linking}: [${values.join(", ")}] }\ncondition: s`), makeEvent({ A: [70, 99] }))
      .conditions.flatMap((condition) => outline(condition))
      .filter((line) => line.includes("in it") || line.includes("more"));
  expect(holding("")).toEqual(['    + any A ["70","99"] and 50 more', "      + 70 in it", "      + 99 in it"]);
  expect(holding("|all")).toEqual(['    - all A all ["70","99"] and 50 more']);
});

test("long values are bounded around what was found, and their lengths said", () => {
  const long = `${"x".repeat(5_000)}needle${"y".repeat(5_000)}`;
  const [condition] = explain(makeRule("s: { A|contains: needle }\ncondition: s"), makeEvent({ A: long })).conditions;
  const text = JSON.stringify(condition);
  expect(text.length).toBeLessThan(2_000);
  expect(text).toContain('"length":10006');
  expect(text).toContain("xxneedleyy");
});

test.each([
  {
    logsource: "{ product: windows }",
    classification: { product: "Windows", categories: [] },
    had: [["windows", ["Windows"], true]],
    verdict: "match",
  },
  {
    logsource: "{ product: linux }",
    classification: { product: "windows", categories: [] },
    had: [["linux", ["windows"], false]],
    verdict: "not-considered",
  },
  {
    logsource: "{ category: a, service: s }",
    classification: { categories: ["a", "b"] },
    had: [
      ["a", ["a", "b"], true],
      ["s", [], false],
    ],
    verdict: "not-considered",
  },
  { logsource: "{}", classification: { categories: [] }, had: [], verdict: "match" },
])("a logsource of $logsource is explained as $verdict", ({ logsource, classification, had: expected, verdict }) => {
  const explained = explain(makeRule("s: { A: 1 }\ncondition: s", logsource), makeEvent({ A: 1 }, { classification }));
  expect(explained.logsource.map(({ asked, had: has, holds }) => [asked, has, holds])).toEqual(expected);
  expect(explained.verdict).toBe(verdict);
  expect(explained.conditions[0]?.holds).toBe(true);
});

/** What `explain` says must be what `match` does: the verdict, and which condition holds first. @returns how many rules match */
function expectAgreement(rules: readonly Rule[], events: readonly Event[]): number {
  const entries = rules.map((rule) => [rule, rule] as const);
  const ruleSets = [createRuleSet(entries), createReferenceRuleSet(entries)];
  let matches = 0;
  for (const event of events) {
    const explained = new Map(rules.map((rule) => [rule, explain(rule, event)]));
    for (const ruleSet of ruleSets) {
      const found = new Map(match(ruleSet, event).map(({ key, condition }) => [key, condition]));
      const differing = [...explained].filter(([rule, explanation]) => !agrees(explanation, found.get(rule)));
      expect(differing).toEqual([]);
      matches += found.size;
    }
  }
  return matches;
}

function agrees({ verdict, conditions }: Explanation, condition: number | undefined): boolean {
  const first = conditions.findIndex(({ holds }) => holds);
  const isSame = verdict === "not-considered" ? condition === undefined : first === (condition ?? -1);
  return (verdict === "match") === (condition !== undefined) && isSame && conditions.every(isConsistent);
}

/** A node's verdict follows from those of its parts, where all of them are there. */
const isConsistent = (node: ExplanationNode): boolean =>
  node.parts.every(isConsistent) && (node.omitted > 0 || node.parts.length === 0 || follows(node));

function follows(node: ExplanationNode): boolean {
  const [every, some] = [node.parts.every(({ holds }) => holds), node.parts.some(({ holds }) => holds)];
  switch (node.kind) {
    case "and":
    case "all":
      return node.holds === every;
    case "or":
    case "any":
    case "selection":
      return node.holds === some;
    case "not":
      return node.holds === !every;
    case "item":
      return node.holds === ((node.linking === "all" ? every : some) !== node.negated);
    case "quantifier":
    case "value":
      return some || !node.holds;
  }
}

function randomValue(next: Random, depth: number): Json {
  const kinds: readonly (() => Json)[] = [
    () => `k${randomText(next)}`,
    () => pick(next, [true, false, null, 0.5, 5, 4688, "", "0x10", "10.0.0.1", "2026-11-23T12:00:00Z"]),
    () => many(next(4), () => randomValue(next, depth + 1)),
    () => Object.fromEntries(many(next(3), () => [randomText(next), randomValue(next, depth + 1)])),
  ];
  return pick(next, depth > 2 ? kinds.slice(0, 2) : kinds)();
}

test("explain and match agree on random rules and events", () => {
  const next = random(20261125);
  const rules = many(150, () => parseSigma({ name: "random", text: JSON.stringify(randomRule(next)) }))
    .flatMap((parsed) => parsed.rules)
    .filter((rule) => resolvePlaceholders(rule, new Map()).problems.length === 0);
  const names = new Set(
    JSON.stringify(rules.map(({ detection }) => [...detection.selections.values()])).match(/(?<="field":")\w+/g),
  );
  const events = many(25, () => {
    const record = Object.fromEntries(many(next(10), () => [pick(next, [...names]), randomValue(next, 0)]));
    return normalise(record, { product: "windows" });
  });
  expect(expectAgreement(rules, events)).toBeGreaterThan(100);
}, 120_000);

test("explain and match agree on the starter pack and its events", () => {
  const rules = [...ruleFiles()].flatMap(([name, text]) => parseSigma({ name, text }).rules);
  const samples = [...fixtures().values()].flatMap(({ match: [matching], nearMiss: [other] }) => [
    ...(matching ? [matching] : []),
    ...(other ? [other] : []),
  ]);
  const events = samples.map(({ record, declared }) => normalise(record, declared));
  expect(expectAgreement(rules, events)).toBeGreaterThanOrEqual(2 * rules.length);
}, 120_000);
