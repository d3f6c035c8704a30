import { parseSigma, type ParsedSigma, type Rule } from "../../src/sigma/index.ts";

/** A rule around the lines of a `detection` section, which need no indentation. */
export const ruleText = (detection: string): string =>
  ["title: A rule", "logsource:", "  product: windows", "detection:", ...indented(detection)].join("\n");

const indented = (text: string): readonly string[] => text.split("\n").map((line) => `  ${line}`);

export const parse = (text: string): ParsedSigma => parseSigma({ name: "rule.yml", text });

/** The rule of a text that has no problem. */
export function soundRule(text: string): Rule {
  const { rules, problems } = parse(text);
  const [rule] = rules;
  if (!rule || problems.length > 0) throw new Error(JSON.stringify(problems));
  return rule;
}

/** The problems of a text as `code: what is blamed`. */
export const blamed = (text: string): readonly string[] =>
  parse(text).problems.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`);
