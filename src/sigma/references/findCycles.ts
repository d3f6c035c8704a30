import type { Correlation } from "../correlation.ts";
import { type Problem, problem } from "../problem.ts";
import { quote } from "../quote.ts";

type Resolve = (reference: string) => Correlation | undefined;

/**
 * The reference that closes each cycle of correlations, by the correlation that it stands in. Every correlation is visited
 * once, without recursion: a chain may be as long as there are correlations.
 */
export function findCycles(
  correlations: readonly Correlation[],
  resolve: Resolve,
): ReadonlyMap<Correlation, readonly Problem[]> {
  const found = new Map<Correlation, Problem[]>();
  const done = new Set<Correlation>();
  for (const start of correlations) {
    if (done.has(start)) continue;
    const path: Step[] = [{ correlation: start, next: 0 }];
    const open = new Set([start]);
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const reference = step.correlation.rules[step.next++];
      if (!reference) {
        path.pop();
        open.delete(step.correlation);
        done.add(step.correlation);
        continue;
      }
      const target = resolve(reference.text);
      if (!target || done.has(target)) continue;
      if (open.has(target)) {
        const closing = problem("correlation-cycle", reference.span, describe(path, target));
        found.set(step.correlation, [...(found.get(step.correlation) ?? []), closing]);
      } else {
        path.push({ correlation: target, next: 0 });
        open.add(target);
      }
    }
  }
  return found;
}

interface Step {
  readonly correlation: Correlation;
  next: number;
}

function describe(path: readonly Step[], target: Correlation): string {
  const round = path
    .slice(path.findIndex(({ correlation }) => correlation === target))
    .map(({ correlation }) => correlation);
  if (round.length === 1) return "this correlation looks at itself";
  return `correlations look at each other in a circle: ${[...round, target].map(({ title }) => quote(title)).join(" → ")}`;
}
