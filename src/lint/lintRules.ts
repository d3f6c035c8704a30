import { groupBy } from "../std/index.ts";
import type { Problem } from "../sigma/index.ts";
import type { AcrossCheck, RuleInSource } from "./acrossCheck.ts";
import { acrossChecks } from "./checks.ts";
import type { LintCode } from "./lintCodes.ts";
import { toProblem } from "./lint.ts";

/**
 * Checks rules against each other: ids, names, titles and detections that two of them share. All but the first are blamed.
 * The name of a file is blamed at its first rule; what is not called like a YAML file is none.
 *
 * @param stored rules that were there before: they come first, and are not blamed
 * @returns the warnings of each rule, in the order of `all`; what is wrong with one rule alone is not among them
 */
export function lintRules(
  all: readonly RuleInSource[],
  stored: readonly RuleInSource[] = [],
): readonly (readonly Problem<LintCode>[])[] {
  const alike = stored.length === 0 ? [] : alikeAmong(stored, all);
  const together = [...alike, ...all];
  const found = acrossChecks.flatMap((check) =>
    Array.from(check.find(together), (finding) => ({ index: finding.index, problem: toProblem(check.code, finding) })),
  );
  const byRule = groupBy(found, ({ index }) => index - alike.length);
  return all.map((_, index) => (byRule.get(index) ?? []).map(({ problem }) => problem));
}

/** Thousands are stored, and few have anything in common with those that come. */
function alikeAmong(stored: readonly RuleInSource[], all: readonly RuleInSource[]): readonly RuleInSource[] {
  const keys = (acrossChecks as readonly AcrossCheck[]).flatMap(({ sameIf }) => sameIf ?? []);
  const wanted = keys.map((sameIf) => ({ sameIf, values: new Set(all.flatMap(({ rule }) => sameIf(rule) ?? [])) }));
  return stored.filter(({ rule }) =>
    wanted.some(({ sameIf, values }) => values.size > 0 && values.has(sameIf(rule) ?? "")),
  );
}
