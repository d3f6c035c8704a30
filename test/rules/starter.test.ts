import { describe, expect, test } from "vitest";
import { resolveTag } from "../../src/attack/index.ts";
import { createRuleSet, match } from "../../src/engine/index.ts";
import { normalise } from "../../src/event/index.ts";
import { parseSigma, printProblem, type Rule } from "../../src/sigma/index.ts";
import { fixtures, ruleFiles, type Sample } from "./starterPack.ts";

const records = fixtures();
const pack = [...ruleFiles()].map(([name, text]) => {
  const source = { name: `${name}.yml`, text };
  const { rules, problems } = parseSigma(source);
  return { name, rules, rule: rules[0], problems: problems.map((problem) => printProblem(source, problem)) };
});
const ruleSet = createRuleSet(pack.flatMap(({ rules }) => rules.map((rule) => [rule.id ?? rule.title, rule] as const)));

const matched = ({ record, declared }: Sample) => match(ruleSet, normalise(record, declared)).map(({ key }) => key);

test("every rule has its records, and every record its rule", () => {
  expect(pack.map(({ name }) => name)).toEqual([...records.keys()]);
  expect(pack.length).toBeGreaterThanOrEqual(36);
});

test("no two rules have the same id", () => {
  expect(ruleSet.size).toBe(pack.length);
});

describe.each(pack)("$name", ({ name, rules, rule, problems }) => {
  const { match: hits = [], nearMiss = [], also = [] } = records.get(name) ?? {};

  test("is one rule without a problem", () => {
    expect(problems).toEqual([]);
    expect(rules).toHaveLength(1);
  });

  test("has tags of today's ATT&CK, each technique with a tactic of its own", () => {
    expect(oddTags(rule)).toEqual([]);
  });

  test("matches its records, and no other rule does", () => {
    const expected = [rule?.id, ...also].sort();
    expect(hits.map((sample) => matched(sample).toSorted())).toEqual(hits.map(() => expected));
    expect(hits).not.toEqual([]);
  });

  test("does not match the near misses", () => {
    const wrong = nearMiss.filter((sample) => matched(sample).includes(rule?.id ?? ""));
    expect(wrong).toEqual([]);
    expect(nearMiss).not.toEqual([]);
  });
});

/** Tags that say nothing, that have been replaced, or that name a technique of which the rule names no tactic. */
function oddTags(rule: Rule | undefined): readonly string[] {
  const tags = rule?.tags.map(({ text }) => text) ?? ["no rule"];
  const named = tags.map(resolveTag).flatMap((tag) => (tag.kind === "tactic" ? tag.tactics : []));
  return tags.filter((text) => {
    const tag = resolveTag(text);
    if (tag.kind === "tactic") return text !== `attack.${tag.tactics[0]?.shortName ?? ""}`;
    if (tag.kind !== "technique") return tag.kind === "unknown";
    const { id, tactics } = tag.technique;
    return text !== `attack.${id.toLowerCase()}` || !tactics.some((tactic) => named.includes(tactic));
  });
}
