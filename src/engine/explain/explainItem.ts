import type { DetectionItem, Value } from "../../sigma/index.ts";
import { compileItem, inTurn } from "../compileItem.ts";
import type { EventView } from "../eventView.ts";
import { excerptAround } from "../excerpt.ts";
import type { Evidence } from "../match.ts";
import { explainField, longestShown, shorten } from "./explainField.ts";
import type { ItemExplanation, ValueExplanation } from "./explanation.ts";
import { keepDeciding } from "./keepDeciding.ts";

/** What an item asked, value by value. Each verdict is that of the evaluator's own item, for a value of an item with that value alone. */
export function explainItem(selection: string, item: DetectionItem, view: EventView): ItemExplanation {
  const { field, modifiers, linking, negated } = item;
  const values = item.values.map((value) =>
    explainValue(selection, { ...item, negated: false, values: [value] }, view),
  );
  return {
    kind: "item",
    holds: compileItem(selection, item, inTurn)(view, []),
    ...(field !== undefined && { field }),
    modifiers,
    linking,
    negated,
    had: explainField(view, field),
    ...keepDeciding(values, linking === "any"),
  };
}

interface ItemOfOne extends DetectionItem {
  readonly values: readonly [Value];
}

function explainValue(selection: string, item: ItemOfOne, view: EventView): ValueExplanation {
  const [value] = item.values;
  const evidence: Evidence[] = [];
  const holds = compileItem(selection, item, inTurn)(view, evidence);
  const [found] = evidence;
  const other = value.alternatives.find((pattern) => pattern.kind === "fieldref")?.field;
  return {
    kind: "value",
    holds,
    parts: [],
    omitted: 0,
    pattern: shorten(value.text),
    ...(found && { found: explainEvidence(found, item) }),
    ...(other !== undefined && { other: { field: other, had: explainField(view, other) } }),
  };
}

/** Of an item with a field the name is known; a keyword's is where it was found. */
function explainEvidence({ field, value, pattern }: Evidence, item: ItemOfOne): NonNullable<ValueExplanation["found"]> {
  return {
    ...(item.field === undefined && field !== undefined && { field }),
    ...(value !== undefined && { value: excerptAround(value, pattern, longestShown) }),
  };
}
