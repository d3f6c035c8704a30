import { createRuleSet, match, type Evidence } from "../../src/engine/index.ts";
import type { Event } from "../../src/event/index.ts";
import { parseSigma, printProblem, type Rule } from "../../src/sigma/index.ts";

/** The rule of a `detection` section in YAML. It asks for no logsource that an event could lack. */
export function makeRule(detection: string, logsource = "{}"): Rule {
  const indented = detection.trimEnd().replaceAll("\n", "\n  ");
  const source = { name: "rule.yml", text: `title: Rule\nlogsource: ${logsource}\ndetection:\n  ${indented}\n` };
  const { rules, problems } = parseSigma(source);
  const [rule] = rules;
  if (!rule) throw new Error(problems.map((problem) => printProblem(source, problem)).join("\n"));
  return rule;
}

/** The evidence that a rule with this `detection` section finds, or undefined if it does not match. */
export function matchRule(detection: string, event: Event): readonly Evidence[] | undefined {
  return match(createRuleSet([["rule", makeRule(detection)]]), event)[0]?.evidence;
}
