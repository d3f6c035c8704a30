import type { Condition, Pattern, Rule, Selection, StringPart } from "../../sigma/index.ts";

/**
 * A text for what evaluators look at: two rules have the same exactly if they match the same events with the same evidence.
 *
 * Texts of rules stand behind their lengths, so that none can be taken for something else. This is done for every rule that is loaded:
 * joining is several times as quick as printing JSON.
 */
export function spellLogic({ logsource, detection }: Rule): string {
  const { product, category, service } = logsource;
  const bodies = Array.from(detection.selections, ([name, body]) => text(name) + spellSelection(body));
  const conditions = detection.conditions.map(spellCondition);
  return [optional(product), optional(category), optional(service), list(bodies), list(conditions)].join("");
}

const text = (each: string): string => `${each.length}:${each}`;
const optional = (each: string | undefined): string => (each === undefined ? "-" : text(each));
const list = (items: readonly string[]): string => `${items.length}(${items.join("")})`;

function spellSelection(selection: Selection): string {
  if (selection.kind !== "item") return selection.kind + list(selection.operands.map(spellSelection));
  const { field, linking, negated, values } = selection;
  const spelt = values.map((value) => text(value.text) + list(value.alternatives.map(spellPattern)));
  return `${optional(field)}${linking}${negated ? "!" : "="}${list(spelt)}`;
}

const spellPattern = (pattern: Pattern): string =>
  pattern.kind === "string"
    ? (pattern.cased ? "cased" : "any") + list(pattern.parts.map(spellPart))
    : text(JSON.stringify(pattern));

function spellPart(part: StringPart): string {
  switch (part.kind) {
    case "literal":
      return text(part.text);
    case "oneOf":
      return `o${text(part.characters)}`;
    case "anyRun":
      return "*";
    case "anyOne":
      return "?";
  }
}

/** A glob alone does not say which selections it names: a filter's are not among those of its rule. */
function spellCondition(condition: Condition): string {
  switch (condition.kind) {
    case "selection":
      return text(condition.name);
    case "not":
      return `not${spellCondition(condition.operand)}`;
    case "and":
    case "or":
      return condition.kind + list(condition.operands.map(spellCondition));
    case "quantifier":
      return `of${text(String(condition.count))}${text(condition.glob)}${list(condition.names.map(text))}`;
  }
}
