import { describe, expect, test } from "vitest";
import type { MatchableRecord } from "../../src/matching/index.ts";
import { parseSigma, resolvePlaceholders, type Rule, type Selection } from "../../src/sigma/index.ts";
import { many, pick, random } from "../sigma/random.ts";
import { randomRule } from "../sigma/randomRule.ts";
import { randomText } from "../sigma/randomText.ts";
import { expectedOf, keyed, starterRecords, starterRules } from "./records.ts";
import { useMatcher } from "./useMatcher.ts";

const tenant = 1;
const next = random(20261124);

function randomRules(): readonly Rule[] {
  return many(60, () => parseSigma({ name: "random", text: JSON.stringify(randomRule(next)) }))
    .flatMap(({ rules }) => rules)
    .filter((rule) => resolvePlaceholders(rule, new Map()).problems.length === 0);
}

/** Records with the fields of the rules, some with a declared logsource. */
function randomRecords(rules: readonly Rule[]): readonly MatchableRecord[] {
  const names = rules.flatMap(({ detection }) => [...detection.selections.values()]).flatMap(fieldsIn);
  return many(400, () => {
    const fields = many(next(10), () => [pick(next, ["__proto__", ...names]), `k${randomText(next)}`] as const);
    const logsource = { product: "windows", categories: [randomText(next)] };
    return { text: JSON.stringify(Object.fromEntries(fields)), ...(next(3) > 0 && { logsource }) };
  });
}

function fieldsIn(selection: Selection): readonly string[] {
  if (selection.kind !== "item") return selection.operands.flatMap(fieldsIn);
  return selection.field === undefined ? [] : [selection.field];
}

const starter = { of: "the starter pack and its samples", rules: starterRules(), records: starterRecords() };
const someRules = randomRules();
const randomised = { of: "random rules and records", rules: someRules, records: randomRecords(someRules) };

describe.each([starter, randomised])("$of", ({ rules, records }) => {
  const expected = expectedOf(rules, records);

  test("match each other", () => {
    expect(expected.flatMap(({ matches }) => matches).length).toBeGreaterThan(300);
  });

  test.each([0, 1, 2])("%i threads find what the reference evaluator finds, in the same order", async (threads) => {
    const matcher = useMatcher({ threads });
    matcher.setRules(tenant, { set: keyed(rules) });
    const batches = [records.slice(0, 1), records.slice(1, 90), records.slice(90), []];
    const answers = await Promise.all(batches.map((batch) => matcher.match(tenant, batch)));
    expect(answers.map(({ length }) => length)).toEqual(batches.map(({ length }) => length));
    expect(answers.flat()).toEqual(expected);
  });
});

test("tenants do not see each other's rules", async () => {
  const { rules, records } = starter;
  const matcher = useMatcher({ threads: 1 });
  matcher.setRules(1, { set: keyed(rules) });
  matcher.setRules(2, { set: keyed(rules.slice(0, 5)) });
  expect(await matcher.match(2, records)).toEqual(expectedOf(rules.slice(0, 5), records));
  expect((await matcher.match(3, records)).flatMap(({ matches }) => matches)).toEqual([]);
});

test("a value of a megabyte in the evidence of a hundred rules comes back whole", async () => {
  const rules = many(100, (i) => parseSigma({ name: "long", text: longRule(i) })).flatMap((parsed) => parsed.rules);
  const records = [{ text: JSON.stringify({ message: `needle${"x".repeat(1_000_000)}` }) }];
  const matcher = useMatcher({ threads: 1 });
  matcher.setRules(tenant, { set: keyed(rules) });
  const events = await matcher.match(tenant, records);
  expect(events[0]?.matches).toHaveLength(100);
  expect(events).toEqual(expectedOf(rules, records));
});

const longRule = (i: number) =>
  `title: Rule ${i}\nlogsource: {}\ndetection:\n  sel_${i}:\n    message|contains: needle\n  condition: sel_${i}\n`;
