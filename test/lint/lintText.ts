import { lintCorrelation, lintFilter, lintRule, lintRules } from "../../src/lint/index.ts";
import { parseSigma, type Problem, printProblem, type Source } from "../../src/sigma/index.ts";

/** The day of the tests. */
export const today = "2026-11-23";

/** All that is wrong with a text: mistakes of syntax, then what the checks find. */
export interface Linted {
  /** The codes, in the order of the text for each document. */
  readonly found: readonly string[];
  readonly problems: readonly Problem<string>[];
  readonly printed: string;
}

export function lintText(text: string, name = "archive_password.yml", isStored = false): Linted {
  const source: Source = { name, text };
  const { rules, filters, correlations, problems: mistakes } = parseSigma(source);
  const problems: readonly Problem<string>[] = [
    ...mistakes,
    ...rules.flatMap((rule) => lintRule(rule, source, { today, isStored })),
    ...filters.flatMap((filter) => lintFilter(filter, source, { today })),
    ...correlations.flatMap((correlation) => lintCorrelation(correlation, source, { today })),
    ...lintRules(rules.map((rule) => ({ rule, source }))).flat(),
  ];
  const printed = problems.map((problem) => `${printProblem(source, problem)}\n`).join("\n");
  return { found: problems.map(({ code }) => code), problems, printed };
}
