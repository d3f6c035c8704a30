import type { Metadata } from "../metadata.ts";
import type { DetectionSection, Logsource, Rule } from "../rule.ts";
import { type Printable, printYaml } from "../yaml/printYaml.ts";
import { data, list, map, string, strings } from "./printable.ts";
import { printCondition } from "./printCondition.ts";
import { printSelection } from "./printSelection.ts";

/**
 * The YAML text of a rule as `parseSigma` gives it: parsed again, it is the same rule but for places. Keys come in the order
 * of Sigma's specification, and each thing is written in one way; comments are gone.
 *
 * Of a rule that filters or a processing pipeline have changed it is no text: what they make has no spelling in Sigma.
 */
export function printRule(rule: Rule): string {
  const { logsource, detection, fields, falsePositives, level, custom } = rule;
  return printYaml(
    map([
      ...head(rule),
      ["logsource", printLogsource(logsource)],
      ["detection", printDetection(detection)],
      ["fields", strings(fields)],
      ["falsepositives", strings(falsePositives)],
      ["level", text(level)],
      ...Array.from(custom, ([key, value]) => [key, data(value)] as const),
    ]),
  );
}

/** What stands before the sections. */
const head = (metadata: Metadata): readonly (readonly [string, Printable | undefined])[] => [
  ["title", string(metadata.title)],
  ["id", text(metadata.id)],
  ["name", text(metadata.name)],
  ["related", printRelated(metadata)],
  ["status", text(metadata.status)],
  ["description", text(metadata.description)],
  ["license", text(metadata.license)],
  ["references", strings(metadata.references)],
  ["author", text(metadata.author)],
  ["date", text(metadata.date)],
  ["modified", text(metadata.modified)],
  ["tags", strings(metadata.tags.map((tag) => tag.text))],
  ["taxonomy", text(metadata.taxonomy)],
  ["scope", strings(metadata.scope)],
];

const text = (value: string | undefined): Printable | undefined => (value === undefined ? undefined : string(value));

function printRelated({ related }: Metadata): Printable | undefined {
  if (related.length === 0) return undefined;
  const printed = related.map(({ id, type }) =>
    map([
      ["id", string(id)],
      ["type", string(type)],
    ]),
  );
  return list(printed);
}

const printLogsource = ({ category, product, service, definition }: Logsource): Printable =>
  map([
    ["category", text(category)],
    ["product", text(product)],
    ["service", text(service)],
    ["definition", text(definition)],
  ]);

function printDetection({ selections, conditions }: DetectionSection): Printable {
  const printed = conditions.map((condition) => string(printCondition(condition)));
  const [only] = printed;
  return map([
    ...Array.from(selections, ([name, body]) => [name, printSelection(body)] as const),
    ["condition", only && printed.length === 1 ? only : list(printed)],
  ]);
}
