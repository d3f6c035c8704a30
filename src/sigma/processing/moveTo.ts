import type { Selection } from "../rule.ts";
import type { Span } from "../source.ts";

/** A selection whose parts all stand at one place: it was made for a rule, and has none of its own in it. */
export function moveTo(selection: Selection, span: Span): Selection {
  if (selection.kind !== "item") {
    return { ...selection, operands: selection.operands.map((operand) => moveTo(operand, span)), span };
  }
  return { ...selection, values: selection.values.map((value) => ({ ...value, span })), span };
}
