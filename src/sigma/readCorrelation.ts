import { readAliases } from "./correlation/readAliases.ts";
import { readMeasure } from "./correlation/readMeasure.ts";
import { rulesNamedBy } from "./correlation/readExpectation.ts";
import { sectionChecks } from "./correlation/sectionChecks.ts";
import { tooLarge } from "./correlation/tooLarge.ts";
import type { Correlation, Measure } from "./correlation.ts";
import { correlationChecks } from "./documentChecks.ts";
import type { Located } from "./metadata.ts";
import { correlationKeys } from "./metadata/keys.ts";
import { readList, readMetadata, readText } from "./metadata/readMetadata.ts";
import type { Report } from "./problem.ts";
import type { Span } from "./source.ts";
import { parseTimespan } from "./timespan.ts";
import { type MapNode, valueOf } from "./yaml/node.ts";

/**
 * Reads the document of a correlation. All that is wrong in it is reported at once; the correlation that is returned then
 * lacks something, and is not to be used. Undefined if a section is missing. Whether its rules exist is asked later.
 */
export function readCorrelation(document: MapNode, span: Span, report: Report): Correlation | undefined {
  for (const check of correlationChecks) for (const found of check(document)) report(found);
  const title = readText(document, "title");
  const section = valueOf(document, "correlation");
  if (section?.kind !== "map") return undefined;
  const oversized = tooLarge(section);
  if (oversized) {
    report(oversized);
    return undefined;
  }
  for (const check of sectionChecks) for (const found of check(section)) report(found);
  const listed = distinct(readList(section, "rules"));
  const measure = readMeasure(section, listed, report);
  const timespanSeconds = parseTimespan(readText(section, "timespan") ?? "");
  const rules = listed.length > 0 ? listed : namedRules(measure);
  const aliases = readAliases(section, rules, report);
  if (title === undefined || !measure || timespanSeconds === undefined) return undefined;
  return {
    kind: "correlation",
    title,
    ...readMetadata(document, correlationKeys),
    rules,
    groupBy: distinct(readList(section, "group-by")),
    timespanSeconds,
    measure,
    aliases,
    generate: isTrue(section, "generate") || isTrue(document, "generate"),
    span,
  };
}

const distinct = (list: readonly Located[]): readonly Located[] =>
  list.filter(({ text }, index) => list.findIndex((other) => other.text === text) === index);

function namedRules(measure: Measure | undefined): readonly Located[] {
  const isExpression = measure && "expects" in measure && measure.expects.kind === "condition";
  return isExpression ? rulesNamedBy(measure.expects.condition) : [];
}

/** Sigma's prose puts `generate` beside `correlation`, its tools inside. */
function isTrue(map: MapNode, key: string): boolean {
  const value = valueOf(map, key);
  return value?.kind === "scalar" && value.text.toLowerCase() === "true";
}
