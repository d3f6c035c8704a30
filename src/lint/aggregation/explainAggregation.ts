import type { Problem, Source } from "../../sigma/index.ts";
import { convertAggregation } from "./convertAggregation.ts";

/** Says in the hint of a problem `deprecated-aggregation` which correlation means the same; any other problem stays as it is. */
export function explainAggregation<Code extends string>(problem: Problem<Code>, source: Source): Problem<Code> {
  if (problem.code !== "deprecated-aggregation") return problem;
  const converted = convertAggregation(source, problem.span.start);
  if (!converted) return problem;
  const hint = converted.ok
    ? `write a correlation rule with \`correlation: ${converted.summary}\``
    : `write a correlation rule; it cannot be made from this one: ${converted.reason}`;
  return { ...problem, hint };
}
