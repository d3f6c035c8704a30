import { filterChecks } from "./documentChecks.ts";
import { readDetection } from "./detection/readDetection.ts";
import { readFilteredRules } from "./filter/readFilteredRules.ts";
import type { Filter } from "./filter.ts";
import { filterKeys } from "./metadata/keys.ts";
import { readLogsource, readMetadata, readText } from "./metadata/readMetadata.ts";
import { problem, type Report } from "./problem.ts";
import type { Span } from "./source.ts";
import { entryOf, type MapNode, valueOf } from "./yaml/node.ts";

/**
 * Reads the document of a filter. All that is wrong in it is reported at once; the filter that is returned then lacks
 * something, and is not to be used. Undefined if a section is missing.
 */
export function readFilter(document: MapNode, span: Span, report: Report): Filter | undefined {
  for (const check of filterChecks) for (const found of check(document)) report(found);
  const section = valueOf(document, "filter");
  const logsource = valueOf(document, "logsource");
  const title = readText(document, "title");
  if (section?.kind !== "map") return undefined;
  const rules = readFilteredRules(section, entryOf(document, "filter")?.key.span ?? span, report);
  refuseList(section, report);
  const detection = readDetection(section, "filter", report);
  if (title === undefined || logsource?.kind !== "map" || !rules) return undefined;
  const metadata = readMetadata(document, filterKeys);
  return { kind: "filter", title, ...metadata, logsource: readLogsource(logsource), rules, detection, span };
}

/** Of several conditions a rule needs any; a filter would have to say which. */
function refuseList(section: MapNode, report: Report): void {
  const condition = entryOf(section, "condition")?.value;
  if (condition?.kind !== "sequence") return;
  report(
    problem("wrong-type", condition.span, "the condition of a filter is a string", "join the conditions with `or`"),
  );
}
