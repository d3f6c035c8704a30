import { isString } from "../metadata/keys.ts";
import { readText } from "../metadata/readMetadata.ts";
import { type MapNode, type ScalarNode, valueOf } from "../yaml/node.ts";

export const correlationTypes = [
  "event_count",
  "value_count",
  "temporal",
  "temporal_ordered",
  "value_sum",
  "value_avg",
  "value_percentile",
  "value_median",
] as const;

export type CorrelationType = (typeof correlationTypes)[number];

/** The type of a `correlation` section, if it is one. */
export const typeOf = (section: MapNode): CorrelationType | undefined =>
  correlationTypes.find((known) => known === readText(section, "type"));

export const isTemporal = (type: CorrelationType): type is "temporal" | "temporal_ordered" =>
  type === "temporal" || type === "temporal_ordered";

/** Of the others, `event_count` alone measures no field. */
export const measuresField = (type: CorrelationType): boolean => type.startsWith("value_");

/** The `condition` as a map of bounds. */
export function boundsOf(section: MapNode): MapNode | undefined {
  const condition = valueOf(section, "condition");
  return condition?.kind === "map" ? condition : undefined;
}

/** The `condition` as an expression over rules. */
export function expressionOf(section: MapNode): ScalarNode | undefined {
  const condition = valueOf(section, "condition");
  return condition?.kind === "scalar" && isString(condition) ? condition : undefined;
}
