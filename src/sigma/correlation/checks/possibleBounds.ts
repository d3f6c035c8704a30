import type { Check } from "../../checks/check.ts";
import type { Bound } from "../../correlation.ts";
import { readList } from "../../metadata/readMetadata.ts";
import { problem } from "../../problem.ts";
import { entryOf, type MapNode } from "../../yaml/node.ts";
import { readThreshold } from "../readThreshold.ts";
import { boundsOf, type CorrelationType, isTemporal, typeOf } from "../section.ts";

/**
 * Some number satisfies all bounds. Of events, values and rules there is at least one: what never happened has no group, so
 * its absence cannot be found.
 *
 * @see Sigma 2.1, "Correlation rules", "Condition"
 */
export const possibleBounds: Check<MapNode> = function* (section) {
  const type = typeOf(section);
  const bounds = boundsOf(section);
  const threshold = bounds && readThreshold(bounds);
  if (!type || !threshold || threshold.length === 0) return;
  const most = isTemporal(type) ? new Set(readList(section, "rules").map(({ text }) => text)).size : Infinity;
  if (isPossible(threshold, { type, most })) return;
  const isAbsence = counts(type) && threshold.every((bound) => holds(bound, 0));
  const message = isAbsence
    ? "this asks for nothing at all, which cannot be seen"
    : "no number satisfies this condition";
  const place = entryOf(section, "condition")?.value.span ?? bounds.span;
  yield problem("impossible-bounds", place, message, hint(type, most));
};

const hint = (type: CorrelationType, most: number): string | undefined =>
  isTemporal(type) ? `what is counted are its rules, from 1 to ${most}` : undefined;

interface Range {
  readonly type: CorrelationType;
  readonly most: number;
}

const counts = (type: CorrelationType): boolean => isTemporal(type) || type.endsWith("_count");

/** The numbers worth trying: at, beside and between the bounds. Nothing else changes whether they hold. */
function isPossible(threshold: readonly Bound[], { type, most }: Range): boolean {
  const edges = threshold.map(({ value }) => value).toSorted((one, other) => one - other);
  const between = edges.map((edge, index) => (edge + (edges[index + 1] ?? edge)) / 2);
  const beside = edges.flatMap((edge) => [
    edge - 1,
    edge + 1,
    Math.floor(edge),
    Math.floor(edge) + 1,
    Math.ceil(edge) - 1,
  ]);
  const candidates = [...edges, ...between, ...beside, 1, most];
  const isCounted = (number: number): boolean => Number.isInteger(number) && number >= 1 && number <= most;
  const allowed = counts(type) ? candidates.filter(isCounted) : candidates;
  return allowed.some((number) => threshold.every((bound) => holds(bound, number)));
}

function holds({ operator, value }: Bound, number: number): boolean {
  switch (operator) {
    case "gt":
      return number > value;
    case "gte":
      return number >= value;
    case "lt":
      return number < value;
    case "lte":
      return number <= value;
    case "eq":
      return number === value;
    case "neq":
      return number !== value;
  }
}
