import type { Pattern, Value } from "../../../sigma/index.ts";

/** What asking a field for a list of values is expected to take, in nanoseconds. */
export function testNsOf(values: readonly Value[]): number {
  const patterns = values.flatMap(({ alternatives }) => alternatives);
  const eachNs = patterns.reduce((sum, pattern) => sum + patternNsOf(pattern), 0);
  return fieldNs + Math.min(longListNs, eachNs);
}

/** Of reading it, if no one has before. */
export const fieldNs = 50;

/** Long lists have an index of their own. */
export const longListNs = 400;

/**
 * What asking a field for one pattern is expected to take: what stands at an end is seen at once, what stands within is searched for. Asked for
 * every pattern that is loaded, so that it looks at the parts alone.
 */
export function patternNsOf(pattern: Pattern): number {
  if (pattern.kind === "regex") return 1_000;
  if (pattern.kind !== "string") return 50;
  const { parts } = pattern;
  if (parts.length < 3) return 15;
  return parts.length === 3 && parts[0]?.kind === "anyRun" && parts[2]?.kind === "anyRun" ? 40 : 100;
}
