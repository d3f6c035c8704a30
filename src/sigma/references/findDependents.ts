import { fold, groupBy } from "../../std/index.ts";
import type { Correlation } from "../correlation.ts";
import { type Problem, problem } from "../problem.ts";
import { quote } from "../quote.ts";
import { refersTo } from "./refersTo.ts";

/**
 * The correlations that look at one of `broken`, directly or through others: they cannot be used either. Each with the
 * reference at fault. Every reference is looked at once.
 */
export function findDependents(
  correlations: readonly Correlation[],
  broken: Iterable<Correlation>,
): ReadonlyMap<Correlation, Problem> {
  const references = correlations.flatMap((correlation) => correlation.rules.map((rule) => ({ correlation, rule })));
  const readers = groupBy(references, ({ rule }) => fold(rule.text));
  const waiting = [...broken];
  const known = new Set(waiting);
  const found = new Map<Correlation, Problem>();
  for (let target = waiting.pop(); target; target = waiting.pop()) {
    const keys = new Set([target.id ?? [], target.name ?? []].flat().map(fold));
    for (const { correlation, rule } of [...keys].flatMap((key) => readers.get(key) ?? [])) {
      if (known.has(correlation) || !refersTo(rule.text, target)) continue;
      known.add(correlation);
      waiting.push(correlation);
      const message = `the correlation ${quote(target.title)} cannot be used, and this one looks at it`;
      found.set(correlation, problem("unknown-rule", rule.span, message));
    }
  }
  return found;
}
