import { createReferenceRuleSet, match } from "../../src/engine/index.ts";
import { normalise } from "../../src/event/index.ts";
import type { MatchableRecord } from "../../src/matching/index.ts";
import { parseSigma, type Rule } from "../../src/sigma/index.ts";
import { isJsonObject, parseJson } from "../../src/std/index.ts";
import { fixtures, ruleFiles } from "../rules/starterPack.ts";
import { many } from "../sigma/random.ts";

/** The rules of a text by their places in it. */
export const keyed = (rules: readonly Rule[]): readonly (readonly [number, Rule])[] =>
  rules.map((rule, key) => [key, rule]);

export const starterRules = (): readonly Rule[] =>
  [...ruleFiles()].flatMap(([name, text]) => parseSigma({ name, text }).rules);

/** The starter pack's samples, so often that they make several portions. */
export function starterRecords(): readonly MatchableRecord[] {
  const samples = [...fixtures().values()].flatMap(({ match, nearMiss }) => [...match, ...nearMiss]);
  const records = samples.map(({ record, declared }) => ({
    text: JSON.stringify(record),
    ...(declared && { logsource: declared }),
  }));
  return many(Math.ceil(1_500 / records.length), () => records).flat();
}

/** A rule that finds a word in a message, whatever the event. */
export function wordRule(word: string): Rule {
  const text = `title: ${word}\nlogsource: {}\ndetection:\n  sel:\n    message|contains: ${word}\n  condition: sel\n`;
  const [rule] = parseSigma({ name: word, text }).rules;
  if (!rule) throw new Error(text);
  return rule;
}

export const message = (text: string): MatchableRecord => ({ text: JSON.stringify({ message: text }) });

/** What records come to without a matcher: parsed, normalised, and matched by the reference evaluator. */
export function expectedOf(rules: readonly Rule[], records: readonly MatchableRecord[]) {
  const ruleSet = createReferenceRuleSet(keyed(rules));
  return records.map(({ text, logsource }) => {
    const parsed = parseJson(text);
    if (parsed.kind === "broken" || !isJsonObject(parsed.value)) throw new Error(text);
    const event = normalise(parsed.value, logsource);
    const { classification, code, timeMs, host, user, sourceAddress } = event;
    return { classification, code, timeMs, host, user, sourceAddress, matches: match(ruleSet, event) };
  });
}
