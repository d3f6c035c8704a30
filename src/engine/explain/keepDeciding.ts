import type { ExplanationNode } from "./explanation.ts";

/** A list of a rule may have thousands of values: so many are shown, the others counted. */
const mostParts = 50;

/**
 * Leaves out parts where there are too many to read: of those of which one is enough, such as do not hold; of those that are
 * all needed, such as do. What is left keeps its order.
 */
export function keepDeciding<Part extends ExplanationNode>(
  parts: readonly Part[],
  oneIsEnough: boolean,
): { readonly parts: readonly Part[]; readonly omitted: number } {
  const deciding = parts.filter(({ holds }) => holds === oneIsEnough);
  const others = parts.filter(({ holds }) => holds !== oneIsEnough);
  const kept = new Set([...deciding, ...others].slice(0, mostParts));
  return { parts: parts.filter((part) => kept.has(part)), omitted: parts.length - kept.size };
}
