import { readDetection } from "./detection/readDetection.ts";
import { ruleChecks } from "./documentChecks.ts";
import { ruleKeys } from "./metadata/keys.ts";
import { readLogsource, readMetadata, readText } from "./metadata/readMetadata.ts";
import type { Report } from "./problem.ts";
import type { Rule } from "./rule.ts";
import type { Span } from "./source.ts";
import { type MapNode, valueOf } from "./yaml/node.ts";

/**
 * Reads the document of a rule. All that is wrong in it is reported at once; the rule that is returned then lacks something,
 * and is not to be used. Undefined if a section is missing.
 */
export function readRule(document: MapNode, span: Span, report: Report): Rule | undefined {
  for (const check of ruleChecks) for (const found of check(document)) report(found);
  const detectionNode = valueOf(document, "detection");
  const detection = detectionNode?.kind === "map" ? readDetection(detectionNode, "detection", report) : undefined;
  const logsource = valueOf(document, "logsource");
  const title = readText(document, "title");
  if (title === undefined || logsource?.kind !== "map" || !detection) return undefined;
  const metadata = readMetadata(document, ruleKeys);
  return { kind: "rule", title, ...metadata, logsource: readLogsource(logsource), detection, span };
}
