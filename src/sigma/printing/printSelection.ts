import type { DetectionItem, Selection, Value } from "../rule.ts";
import type { Printable, PrintableScalar } from "../yaml/printYaml.ts";
import { list, map } from "./printable.ts";

/** The body of a selection as the parser reads it back. */
export function printSelection(selection: Selection): Printable {
  switch (selection.kind) {
    case "and":
      return map(selection.operands.map((operand) => [keyOf(operand), printValues(operand)]));
    case "or":
      return list(
        selection.operands.flatMap((operand, index) => printAlternative(operand, selection.operands[index - 1])),
      );
    case "item":
      return isKeywords(selection)
        ? list(selection.values.map(printValue))
        : map([[keyOf(selection), printValues(selection)]]);
  }
}

/** Keywords stand in the list itself, unless others before them would become one with them. */
function printAlternative(operand: Selection, before: Selection | undefined): Printable | readonly Printable[] {
  const isInline = operand.kind === "item" && isKeywords(operand) && !(before?.kind === "item" && isKeywords(before));
  return isInline ? operand.values.map(printValue) : printSelection(operand);
}

const isKeywords = ({ field, modifiers }: DetectionItem): boolean => field === undefined && modifiers.length === 0;

/** Only items stand in a map: that is all that the parser makes of one. */
const keyOf = (operand: Selection): string =>
  operand.kind === "item" ? [operand.field ?? "", ...operand.modifiers].join("|") : "";

function printValues(operand: Selection): Printable {
  if (operand.kind !== "item") return printSelection(operand);
  const values = operand.values.map(printValue);
  const [only] = values;
  return only && values.length === 1 ? only : list(values);
}

const printValue = ({ text, type }: Value): PrintableScalar => ({ kind: "scalar", type, text });
