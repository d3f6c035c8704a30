import type { Source } from "../../sigma/index.ts";
import { correlationOf, type CorrelationSection } from "./correlationOf.ts";
import { type OldRule, readOldRule } from "./oldRule.ts";
import { type Aggregation, parseAggregation } from "./parseAggregation.ts";
import { metadataOf, rewriteRule } from "./rewriteRule.ts";
import { yamlBlock, yamlFlow, type YamlTree } from "./yamlText.ts";

/** What an old rule with an aggregation is today. */
export type ConvertedAggregation =
  | {
      readonly ok: true;
      /** The rules, then the correlation, as YAML documents. The correlation has no `id` yet. */
      readonly text: string;
      /** The section `correlation` on one line. */
      readonly summary: string;
    }
  /** `reason` is one clause without a full stop. */
  | { readonly ok: false; readonly reason: string };

/**
 * Converts a rule whose condition has an aggregation, as Sigma 1 knew it, to rules without one and a correlation that says the same.
 *
 * `count()` becomes `event_count`, `count(field)` `value_count`, `sum` and `avg` `value_sum` and `value_avg`, `near` `temporal`,
 * `by` is `group-by`, and `timeframe` is `timespan`.
 *
 * @param offset a place in the rule, such as that of the problem `deprecated-aggregation`
 * @returns undefined if there is no such rule
 * @see Sigma 2.1, "Correlation rules"
 */
export function convertAggregation(source: Source, offset: number): ConvertedAggregation | undefined {
  const rule = readOldRule(source, offset);
  if (!rule) return undefined;
  const aggregation = parseAggregation(rule.aggregation);
  if (!aggregation) return refused("the aggregation is none that Sigma had");
  if (rule.timeframe === undefined) return refused("the rule has no `timeframe`, which a correlation needs");
  if (!/^[1-9]\d{0,9}[smhd]$/.test(rule.timeframe)) return refused("a `timespan` is a number and one of s, m, h, d");
  const section = correlationOf(aggregation, rule.timeframe);
  if (!section) return refused(`Sigma has no correlation that says \`${aggregation.kind}\``);
  if (!isBlock(source.text, rule)) return refused("the rule is written on one line");
  return aggregation.kind === "near"
    ? convertNear(source, rule, aggregation, section)
    : convertOne(source, rule, section);
}

const refused = (reason: string): ConvertedAggregation => ({ ok: false, reason });

const isBlock = (text: string, { document, detection }: OldRule): boolean =>
  [document, detection].every(({ span }) => text[span.start] !== "{");

function convertOne(source: Source, rule: OldRule, section: CorrelationSection): ConvertedAggregation {
  const { title, condition, reference } = rule;
  const name = reference ?? nameOf(title);
  const naming = reference === undefined ? { name } : {};
  const text = rewriteRule(source.text, rule, { title: `${title} - Base`, ...naming, condition, without: [] });
  return converted(source, rule, section, [[name, text]]);
}

/** Each condition becomes a rule of its own; of one with `not` there must be no match. */
function convertNear(
  source: Source,
  rule: OldRule,
  { conditions }: Near,
  section: CorrelationSection,
): ConvertedAggregation {
  const parts = [rule.condition, ...conditions].map((written, index) => ({
    name: `${nameOf(rule.title)}_${index + 1}`,
    title: `${rule.title} - Part ${index + 1}`,
    condition: index === 0 ? written : written.replace(/^not\s+/i, ""),
    isNegated: index > 0 && /^not\s/i.test(written),
  }));
  const without = ["id", "name"];
  const rules = parts.map((part) => [part.name, rewriteRule(source.text, rule, { ...part, without })] as const);
  const expression = parts.map(({ name, isNegated }) => (isNegated ? `not ${name}` : name)).join(" and ");
  const expected = parts.some(({ isNegated }) => isNegated) ? { ...section, condition: expression } : section;
  return converted(source, rule, expected, rules);
}

type Near = Extract<Aggregation, { kind: "near" }>;

/** Puts the correlation, which takes the title and what the rule says about itself, behind the rules that it looks at. */
function converted(
  { text }: Source,
  rule: OldRule,
  { type, ...others }: CorrelationSection,
  rules: readonly (readonly [name: string, text: string])[],
): ConvertedAggregation {
  const section: YamlTree = { type, rules: rules.map(([name]) => name), ...others };
  const title = yamlBlock({ title: rule.title }).join("\n");
  const correlation = `${title}\n${metadataOf(text, rule)}${yamlBlock({ correlation: section }).join("\n")}\n`;
  return { ok: true, text: [...rules.map(([, each]) => each), correlation].join("---\n"), summary: yamlFlow(section) };
}

/** A name made of a title, as far as it has letters and digits. */
const nameOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "") || "rule";
