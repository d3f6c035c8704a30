import { conditionChecks } from "../checks.ts";
import type { SectionKind } from "../checks/conditionInRule.ts";
import type { Condition } from "../condition.ts";
import { parseCondition } from "../condition/parseCondition.ts";
import { problem, type Report } from "../problem.ts";
import type { DetectionSection, Selection } from "../rule.ts";
import { entryOf, type Entry, type MapNode, type ScalarNode } from "../yaml/node.ts";
import { readSelection } from "./readSelection.ts";

/** Keys that are not selections. */
const reserved: Readonly<Record<SectionKind, ReadonlySet<string>>> = {
  detection: new Set(["condition", "timeframe"]),
  filter: new Set(["condition", "timeframe", "rules"]),
};

/** They bound the work that one rule can ask for; the largest rules in use have some 60 selections and 600 characters. */
const maxSelections = 1_000;
const maxConditionLength = 10_000;

/** Reads a `detection` section, or a `filter`. It lacks what is wrong in it, which has then been reported. */
export function readDetection(detection: MapNode, kind: SectionKind, report: Report): DetectionSection {
  const bodies = detection.entries.filter(({ key }) => !reserved[kind].has(key.text));
  const selections = new Map<string, Selection>();
  for (const { key, value } of bodies) {
    const selection = readSelection(value, report);
    if (selection) selections.set(key.text, selection);
  }
  return { selections, conditions: readConditions({ detection, bodies, kind }, report), span: detection.span };
}

interface Section {
  readonly detection: MapNode;
  readonly bodies: readonly Entry[];
  readonly kind: SectionKind;
}

function readConditions({ detection, bodies, kind }: Section, report: Report): readonly Condition[] {
  const scalars = conditionScalars(detection, report);
  const length = scalars.reduce((sum, { text }) => sum + text.length, 0);
  if (bodies.length > maxSelections || length > maxConditionLength) {
    const limits = `${maxSelections} selections and ${maxConditionLength} characters of conditions`;
    report(problem("rule-too-large", detection.span, `a ${kind === "filter" ? kind : "rule"} has at most ${limits}`));
    return [];
  }
  const names = bodies.map(({ key }) => key.text);
  return scalars.flatMap((scalar) => {
    const condition = parseCondition(scalar, names, report);
    if (!condition) return [];
    for (const check of conditionChecks) for (const found of check({ condition, names, kind })) report(found);
    return condition;
  });
}

/** The texts of `condition`: one, or a list of which any holds. A name may look like a number: the text counts. */
function conditionScalars(detection: MapNode, report: Report): readonly ScalarNode[] {
  const value = entryOf(detection, "condition")?.value;
  if (!value) return [];
  const nodes = value.kind === "sequence" ? value.items : [value];
  if (nodes.length === 0) report(problem("empty-condition", value.span, "the list of conditions is empty"));
  return nodes.flatMap((node) => {
    if (node.kind === "scalar") return node;
    report(problem("wrong-type", node.span, "a condition is a string, or a list of strings"));
    return [];
  });
}
