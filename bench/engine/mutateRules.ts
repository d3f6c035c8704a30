import type { Pattern, Rule, Selection, StringPart } from "../../src/sigma/index.ts";

/** So many rules: these, then copies of them in which half of the texts are others. */
export function multiply(rules: readonly Rule[], count: number): readonly Rule[] {
  return Array.from({ length: count }, (_, index) => {
    const rule = rules[index % rules.length];
    if (!rule) throw new Error("there are no rules");
    const copy = Math.floor(index / rules.length);
    return copy === 0 ? rule : mutate(rule, copy);
  });
}

export function mutate(rule: Rule, copy: number): Rule {
  const selections = new Map(
    Array.from(rule.detection.selections, ([name, body]) => [name, mutateSelection(body, copy)] as const),
  );
  return { ...rule, detection: { ...rule.detection, selections } };
}

function mutateSelection(selection: Selection, copy: number): Selection {
  if (selection.kind !== "item") {
    return { ...selection, operands: selection.operands.map((operand) => mutateSelection(operand, copy)) };
  }
  const values = selection.values.map((value) => {
    const alternatives = value.alternatives.map((pattern) => mutatePattern(pattern, copy));
    return { ...value, text: `${value.text} ${copy}`, alternatives };
  });
  return { ...selection, values };
}

function mutatePattern(pattern: Pattern, copy: number): Pattern {
  return pattern.kind === "string"
    ? { ...pattern, parts: pattern.parts.map((part) => mutatePart(part, copy)) }
    : pattern;
}

/** Every other text, by what it is and which copy: two letters in its middle. */
function mutatePart(part: StringPart, copy: number): StringPart {
  if (part.kind !== "literal" || part.text.length < 4) return part;
  const sum = Array.from(part.text).reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), copy);
  if (sum % 2 === 0) return part;
  const middle = part.text.length >> 1;
  const letters = String.fromCharCode(97 + (sum % 26), 97 + (copy % 26));
  return { ...part, text: part.text.slice(0, middle) + letters + part.text.slice(middle) };
}
