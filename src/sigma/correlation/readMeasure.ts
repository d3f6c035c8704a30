import type { Measure } from "../correlation.ts";
import type { Located } from "../metadata.ts";
import { readList } from "../metadata/readMetadata.ts";
import { problem, type Report } from "../problem.ts";
import { type MapNode, valueOf } from "../yaml/node.ts";
import { readExpectation } from "./readExpectation.ts";
import { readThreshold } from "./readThreshold.ts";
import { boundsOf, expressionOf, isTemporal, typeOf } from "./section.ts";

/** Reads the type of a correlation with its condition; undefined if either is wrong, which is reported here or by the checks. */
export function readMeasure(section: MapNode, rules: readonly Located[], report: Report): Measure | undefined {
  const type = typeOf(section);
  if (!type) return undefined;
  if (isTemporal(type)) {
    const expects = readExpectation(section, rules, report);
    return expects && { kind: type, expects };
  }
  const expression = expressionOf(section);
  if (expression) report(problem("wrong-type", expression.span, `the condition of \`${type}\` is a map`));
  const bounds = boundsOf(section);
  if (!bounds) return undefined;
  const threshold = readThreshold(bounds);
  if (type === "event_count") return { kind: type, threshold };
  const fields = readList(bounds, "field");
  const [field] = fields;
  if (!field) return undefined;
  if (type === "value_count") return { kind: type, fields, threshold };
  if (type !== "value_percentile") return { kind: type, field, threshold };
  return { kind: type, field, ...readPercentile(bounds), threshold };
}

function readPercentile(bounds: MapNode): { readonly percentile?: number } {
  const value = valueOf(bounds, "percentile");
  return value?.kind === "scalar" ? { percentile: Number(value.text) } : {};
}
