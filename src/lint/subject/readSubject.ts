import type { DetectionItem, MapNode, Selection, Source, Span } from "../../sigma/index.ts";
import type { ConditionSubject, Described, Detecting, DocumentSubject, ItemSubject } from "../check.ts";
import { entryIn } from "./entries.ts";
import { type PlacedNodes, placeNodes, readMapAt } from "./placeNodes.ts";

/** Puts a rule, a filter or a correlation beside what its author wrote. `source` is the text that it was read from. */
export function readSubject<Rule extends Described>(
  rule: Rule,
  source: Source,
  today: string | undefined,
): DocumentSubject & { readonly rule: Rule } {
  return { rule, documents: documentsOf(rule, source), today };
}

/** Its own document, then those that it was merged with, the nearest first. */
export function documentsOf({ span, base = [] }: Described, source: Source): readonly MapNode[] {
  const spans: readonly Span[] = [span, ...base.toReversed()];
  return spans.flatMap((each) => readMapAt(source, each) ?? []);
}

/** The items of all selections, used or not. */
export function itemsOf(rule: Detecting, documents: readonly MapNode[]): readonly ItemSubject[] {
  const nodes = placeNodes(documents);
  return [...rule.detection.selections.values()].flatMap((selection) => itemsIn(selection, rule, nodes));
}

function itemsIn(selection: Selection, rule: Detecting, nodes: PlacedNodes): readonly ItemSubject[] {
  if (selection.kind === "item") return togetherIn([selection], rule, nodes);
  const nested = selection.operands.filter((operand) => operand.kind !== "item");
  const direct = selection.operands.filter((operand) => operand.kind === "item");
  const groups = selection.kind === "and" ? [direct] : direct.map((item) => [item]);
  return [
    ...groups.flatMap((group) => togetherIn(group, rule, nodes)),
    ...nested.flatMap((operand) => itemsIn(operand, rule, nodes)),
  ];
}

/** The items of one map. */
function togetherIn(
  items: readonly DetectionItem[],
  rule: Detecting,
  { scalars, listKeys }: PlacedNodes,
): readonly ItemSubject[] {
  const together: ItemSubject[] = [];
  for (const item of items) {
    const { field, modifiers, linking, span } = item;
    const values = item.values.map((value) => ({ ...value, style: scalars.get(value.span.start)?.style ?? "plain" }));
    const isKey = values[0]?.span.start !== span.start;
    const key = isKey ? scalars.get(span.start) : undefined;
    const inList = listKeys.has(span.start);
    together.push({ rule, field, modifiers, linking, values, key, inList, together, span });
  }
  return together;
}

/** The conditions are read in the order in which they are written. */
export function conditionsOf(rule: Detecting, documents: readonly MapNode[]): readonly ConditionSubject[] {
  const section = entryIn(documents, rule.kind === "rule" ? "detection" : "filter")?.value;
  const written = section?.kind === "map" ? entryIn([section], "condition")?.value : undefined;
  const nodes = written?.kind === "sequence" ? written.items : [written];
  return rule.detection.conditions.flatMap((condition, index) => {
    const scalar = nodes[index];
    return scalar?.kind === "scalar" ? { rule, condition, scalar } : [];
  });
}
