import { describe, expect, test } from "vitest";
import { createRuleSet, match } from "../../src/engine/index.ts";
import { createReferenceRuleSet } from "../../src/engine/referenceRuleSet.ts";
import { normalise } from "../../src/event/index.ts";
import {
  applyFilters,
  checkReferences,
  type ParsedSigma,
  parseSigma,
  type Problem,
  resolvePlaceholders,
  type Rule,
} from "../../src/sigma/index.ts";
import type { LanguageCase } from "./language/languageCase.ts";
import { languageCases } from "./languageCases.ts";

/** All engines must read the table in the same way. */
const engines = [
  { engine: "the reference engine", create: createReferenceRuleSet },
  { engine: "the engine in use", create: createRuleSet },
];

const named = languageCases.map((one) => ({ name: `${one.section}: ${one.because}`, one }));
const matching = named.flatMap(({ name, one }) => ("matches" in one ? { name, one } : []));
const refused = named.flatMap(({ name, one }) => ("problem" in one ? { name, one } : []));
const sound = named.flatMap(({ name, one }) => ("sound" in one ? { name, one } : []));

describe.each(engines)("what the specification says, $engine does", ({ create }) => {
  test.each(matching)("$name", ({ one }) => {
    const { rules, errors } = load(one);
    expect(errors).toEqual([]);
    const ruleSet = create(rules.map((rule) => [rule.title, rule]));
    expect(match(ruleSet, normalise(one.event, one.declared)).length > 0).toBe(one.matches);
  });
});

describe("what the specification does not allow is refused", () => {
  test.each(refused)("$name", ({ one }) => {
    expect(load(one).errors.map(({ code }) => code)).toContain(one.problem);
  });
});

describe("what the specification allows is taken", () => {
  test.each(sound)("$name", ({ one }) => {
    const { parsed, errors } = load(one);
    expect(errors).toEqual([]);
    expect(parsed.rules.length + parsed.filters.length + parsed.correlations.length).toBeGreaterThan(0);
  });
});

test("no sentence stands twice", () => {
  const names = named.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.length).toBeGreaterThan(300);
});

interface Loaded {
  readonly parsed: ParsedSigma;
  /** As they are matched: with their lists and filters. */
  readonly rules: readonly Rule[];
  readonly errors: readonly Problem[];
}

function load(one: LanguageCase): Loaded {
  const parsed = parseSigma({ name: "rule.yml", text: one.rule });
  const lists = new Map(Object.entries("lists" in one ? one.lists : {}));
  const resolved = parsed.rules.map((rule) => resolvePlaceholders(rule, lists));
  const problems = [
    ...parsed.problems,
    ...resolved.flatMap((each) => each.problems),
    ...checkReferences([parsed]).map(({ problem }) => problem),
  ];
  const rules = resolved.map(({ rule }) => applyFilters(rule, parsed.filters));
  return { parsed, rules, errors: problems.filter(({ severity }) => severity === "error") };
}
