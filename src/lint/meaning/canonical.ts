import { canonicalDecimal, fold } from "../../std/index.ts";
import type { Condition, Pattern, Rule, Selection } from "../../sigma/index.ts";

/** A text that two patterns share exactly if they ask the same. */
export function canonicalPattern(pattern: Pattern): string {
  if (pattern.kind === "number") return JSON.stringify([pattern.kind, canonicalDecimal(pattern.text) ?? pattern.text]);
  if (pattern.kind !== "string" || pattern.cased) return JSON.stringify(pattern);
  const parts = pattern.parts.map((part) => (part.kind === "literal" ? { ...part, text: fold(part.text) } : part));
  return JSON.stringify({ ...pattern, parts });
}

/** A text that two selections share if they ask the same; the order of what `and` and `or` link does not count. */
export function canonicalSelection(selection: Selection): string {
  if (selection.kind !== "item") return linked(selection.kind, selection.operands.map(canonicalSelection));
  const { field = null, negated, linking, values } = selection;
  const alternatives = values.map((value) => linked("or", value.alternatives.map(canonicalPattern)));
  const asked = linked(linking === "all" ? "and" : "or", alternatives);
  return `[${JSON.stringify(field)} ${negated ? "not " : ""}${asked}]`;
}

/** A text that two rules share if they ask the same of the same events, whatever their selections are called. */
export function canonicalRule(rule: Rule): string {
  const text = known.get(rule) ?? spell(rule);
  known.set(rule, text);
  return text;
}

/** A stored rule is held against every one that comes. */
const known = new WeakMap<Rule, string>();

function spell({ logsource, detection }: Rule): string {
  const { category = null, product = null, service = null } = logsource;
  const meanings = [...detection.selections].map(([name, selection]) => [name, canonicalSelection(selection)] as const);
  const distinct = [...new Set(meanings.map(([, meaning]) => meaning))].toSorted();
  const numbers = new Map(meanings.map(([name, meaning]) => [name, `#${distinct.indexOf(meaning)}`]));
  const conditions = detection.conditions.map((condition) => canonicalCondition(condition, numbers));
  return [JSON.stringify([category, product, service]), ...distinct, linked("or", conditions)].join("\n");
}

/** A selection may be named often: its number stands for its meaning. */
function canonicalCondition(condition: Condition, numbers: ReadonlyMap<string, string>): string {
  const numberOf = (name: string): string => numbers.get(name) ?? name;
  switch (condition.kind) {
    case "selection":
      return numberOf(condition.name);
    case "not":
      return `(not ${canonicalCondition(condition.operand, numbers)})`;
    case "and":
    case "or":
      return linked(
        condition.kind,
        condition.operands.map((operand) => canonicalCondition(operand, numbers)),
      );
    case "quantifier": {
      const { count, names } = condition;
      const kind = count === 1 ? "or" : count === "all" ? "and" : `${count} of`;
      return linked(kind, names.map(numberOf));
    }
  }
}

/** What links one thing only does not link. No quotes are added: each step would have to escape those of the step before. */
function linked(kind: string, parts: readonly string[]): string {
  const distinct = [...new Set(parts)].toSorted();
  const [only = ""] = distinct;
  const isLink = kind === "and" || kind === "or";
  return isLink && distinct.length === 1 ? only : `(${kind} ${distinct.join(" ")})`;
}
