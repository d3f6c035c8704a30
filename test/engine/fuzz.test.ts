import { expect, test } from "vitest";
import { createReferenceRuleSet, createRuleSet, match } from "../../src/engine/index.ts";
import { normalise } from "../../src/event/index.ts";
import { parseSigma, resolvePlaceholders, type Rule } from "../../src/sigma/index.ts";
import type { Json, JsonObject } from "../../src/std/index.ts";
import { many, pick, random, type Random } from "../sigma/random.ts";
import { randomRule } from "../sigma/randomRule.ts";
import { randomText } from "../sigma/randomText.ts";
import { spellJson } from "./spellJson.ts";

/** How many events; `FUZZ_INPUTS=10000` asks for more. */
const inputs = Number(process.env["FUZZ_INPUTS"] ?? 1_000);

/** Rules of every shape that the language has. JSON is YAML. */
const randomRules = (next: Random): readonly Rule[] =>
  many(200, () => parseSigma({ name: "random", text: JSON.stringify(randomRule(next)) }))
    .flatMap(({ rules }) => rules)
    .filter((rule) => resolvePlaceholders(rule, new Map()).problems.length === 0);

/** Field names of the rules, so that their items have something to look at. */
function fieldsOf(rules: readonly Rule[]): readonly string[] {
  const found = JSON.stringify(rules.map(({ detection }) => [...detection.selections.values()]));
  return [
    ...new Set(
      [...found.matchAll(/"field":"((?:[^"\\]|\\.)*)"/g)].map(([, name = ""]) => JSON.parse(`"${name}"`) as string),
    ),
  ];
}

function randomValue(next: Random, depth: number): Json {
  const kinds: readonly (() => Json)[] = [
    () => randomText(next),
    () => `k${randomText(next)}`,
    () => next(1_000_000) - 500_000,
    () => pick(next, [true, false, null, 0.5, "", "0x1F", "12345678901234567890", "10.0.0.1", "2026-11-23T12:00:00Z"]),
    () => many(next(4), () => randomValue(next, depth + 1)),
    () => Object.fromEntries(many(next(4), () => [randomText(next), randomValue(next, depth + 1)])),
  ];
  return pick(next, depth > 3 ? kinds.slice(0, 4) : kinds)();
}

/** Texts that rules ask for, so that they find something. */
const valuesOf = (rules: readonly Rule[]): readonly string[] => [
  ...new Set(
    JSON.stringify(rules.map(({ detection }) => [...detection.selections.values()])).match(/(?<="text":")[^"\\]+/g),
  ),
];

test("random rules evaluate random events without a crash, alike by both engines, and blame selections that they have", () => {
  const next = random(20261123);
  const rules = randomRules(next);
  expect(rules.length).toBeGreaterThan(50);
  const fields = ["__proto__", "toString", ...fieldsOf(rules)];
  const values = valuesOf(rules);
  const ruleSet = createRuleSet(rules.map((rule) => [rule, rule] as const));
  const reference = createReferenceRuleSet(rules.map((rule) => [rule, rule] as const));
  let matches = 0;
  for (let i = 0; i < inputs; i++) {
    const record: JsonObject = Object.fromEntries(
      many(next(12), () => [pick(next, fields), next(2) === 0 ? pick(next, values) : randomValue(next, 0)]),
    );
    const event = normalise(record, { product: "windows" });
    const found = match(ruleSet, event);
    expect(found).toEqual(match(reference, event));
    expect(match(ruleSet, normalise(record, { product: "windows" }, spellJson(next, record)))).toEqual(found);
    for (const { key, evidence } of found) {
      matches++;
      for (const { selection, value } of evidence) {
        if (value !== undefined) expect(key.detection.selections.has(selection)).toBe(true);
      }
    }
  }
  expect(matches).toBeGreaterThan(inputs / 10);
});
