import { groupBy } from "../std/index.ts";
import type { Problem } from "../sigma/index.ts";
import type { RuleInSource } from "./acrossCheck.ts";
import { acrossChecks } from "./checks.ts";
import type { LintCode } from "./lintCodes.ts";
import { toProblem } from "./lint.ts";

/**
 * Checks rules against each other: ids, names, titles and detections that two of them share. All but the first are blamed.
 * The name of a file is blamed at its first rule; what is not called like a YAML file is none.
 *
 * @returns the warnings of each rule, in the order of `all`; what is wrong with one rule alone is not among them
 */
export function lintRules(all: readonly RuleInSource[]): readonly (readonly Problem<LintCode>[])[] {
  const found = acrossChecks.flatMap((check) =>
    Array.from(check.find(all), (finding) => ({ index: finding.index, problem: toProblem(check.code, finding) })),
  );
  const byRule = groupBy(found, ({ index }) => index);
  return all.map((_, index) => (byRule.get(index) ?? []).map(({ problem }) => problem));
}
