import type { Condition, DetectionItem, Rule, Selection } from "../../../sigma/index.ts";
import { bug } from "../../../std/index.ts";
import { plainAtom } from "../plainAtom.ts";
import type { Atom } from "./atom.ts";

/**
 * Facts of which none may hold for a rule to match, told by the texts of its negations alone: `not filter` where `filter` is any of some
 * texts. Of a rule that consists of negations, and so has no anchor, nearly every event has one.
 *
 * @param accepts which fields may be looked up
 */
export function exclusionsOfRule(
  { detection }: Pick<Rule, "detection">,
  accepts: (field: string) => boolean,
): readonly Atom[] {
  const [condition, ...others] = detection.conditions;
  const bodyOf = (name: string): Selection => detection.selections.get(name) ?? bug(`no selection ${name}`);
  const sufficeFor = (part: Condition): readonly Atom[] => sufficient(part, { bodyOf, accepts });
  const excludedBy = (part: Condition): readonly Atom[] =>
    part.kind === "not" ? sufficeFor(part.operand) : part.kind === "and" ? part.operands.flatMap(excludedBy) : [];
  // Of several conditions one is enough.
  return condition === undefined || others.length > 0 ? [] : excludedBy(condition);
}

interface Context {
  readonly bodyOf: (name: string) => Selection;
  readonly accepts: (field: string) => boolean;
}

/** Facts of which each alone makes a condition true. */
function sufficient(condition: Condition, context: Context): readonly Atom[] {
  switch (condition.kind) {
    case "selection":
      return sufficientOf(context.bodyOf(condition.name), context);
    case "or":
      return condition.operands.flatMap((operand) => sufficient(operand, context));
    case "quantifier":
      return condition.count === 1 || condition.names.length === 1
        ? condition.names.flatMap((name) => sufficientOf(context.bodyOf(name), context))
        : [];
    case "and":
    case "not":
      return [];
  }
}

function sufficientOf(selection: Selection, context: Context): readonly Atom[] {
  if (selection.kind === "item") return sufficientOfItem(selection, context);
  return selection.kind === "or" || selection.operands.length === 1
    ? selection.operands.flatMap((operand) => sufficientOf(operand, context))
    : [];
}

/** Texts that an index finds exactly where the item holds. */
function sufficientOfItem({ field, values, linking, negated }: DetectionItem, { accepts }: Context): readonly Atom[] {
  if (negated || field === undefined || !accepts(field) || (linking === "all" && values.length > 1)) return [];
  return values.flatMap(({ alternatives }) =>
    alternatives.flatMap((pattern) => {
      const atom = plainAtom(pattern);
      return atom === undefined ? [] : [{ field, ...atom }];
    }),
  );
}
