import type { Pattern, Value } from "../../../sigma/index.ts";

/** What asking a field for a list of values is expected to take, in nanoseconds. */
export function testNsOf(values: readonly Value[]): number {
  const patterns = values.flatMap(({ alternatives }) => alternatives);
  return (
    fieldNs +
    Math.min(
      longListNs,
      patterns.reduce((sum, pattern) => sum + patternNs(pattern), 0),
    )
  );
}

const fieldNs = 50;

/** Long lists have an index of their own. */
const longListNs = 600;

/** What stands at an end is seen at once, what stands within is searched for. */
function patternNs(pattern: Pattern): number {
  if (pattern.kind === "regex") return 600;
  if (pattern.kind !== "string") return 50;
  const { parts } = pattern;
  const isWithin = parts.length === 3 && parts[0]?.kind === "anyRun" && parts[2]?.kind === "anyRun";
  return isWithin ? 40 : parts.length > 2 ? 100 : 15;
}
