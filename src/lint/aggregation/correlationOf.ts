import type { Aggregation } from "./parseAggregation.ts";

/** A correlation that says what an aggregation said: what stands below its key `correlation`. */
export interface CorrelationSection {
  readonly type: string;
  readonly "group-by"?: readonly string[];
  readonly timespan: string;
  readonly condition?: Readonly<Record<string, string>> | string;
}

const operators = { ">": "gt", ">=": "gte", "<": "lt", "<=": "lte", "=": "eq", "!=": "neq" } as const;

/** As far as Sigma has an equivalent: there is none of `min` and `max`. */
export function correlationOf(aggregation: Aggregation, timespan: string): CorrelationSection | undefined {
  if (aggregation.kind === "near") return { type: "temporal", timespan };
  const type = typeOf(aggregation);
  if (type === undefined) return undefined;
  const { field, groupBy, operator, number } = aggregation;
  return {
    type,
    ...(groupBy.length > 0 && { "group-by": groupBy }),
    timespan,
    condition: { ...(field !== undefined && { field }), [operators[operator]]: number },
  };
}

function typeOf({ kind, field }: Exclude<Aggregation, { kind: "near" }>): string | undefined {
  switch (kind) {
    case "count":
      return field === undefined ? "event_count" : "value_count";
    case "sum":
      return field === undefined ? undefined : "value_sum";
    case "avg":
      return field === undefined ? undefined : "value_avg";
    case "min":
    case "max":
      return undefined;
  }
}
