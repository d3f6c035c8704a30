import type { Condition, Pattern, Selection, StringPart } from "../../src/sigma/index.ts";

/** A condition as `(and a (not (1 of b* = b1 b2)))`. */
export function showCondition(condition: Condition): string {
  switch (condition.kind) {
    case "selection":
      return condition.name;
    case "not":
      return `(not ${showCondition(condition.operand)})`;
    case "and":
    case "or":
      return `(${[condition.kind, ...condition.operands.map(showCondition)].join(" ")})`;
    case "quantifier":
      return `(${condition.count} of ${condition.glob} = ${condition.names.join(" ")})`;
  }
}

/** A selection as `(and Image|endswith=…cmd.exe (or …))`; the values of an item are joined by `,` or, linked by all, by `&`, after a `!` if they are negated. */
export function showSelection(selection: Selection): string {
  if (selection.kind !== "item") return `(${[selection.kind, ...selection.operands.map(showSelection)].join(" ")})`;
  const key = [selection.field ?? "", ...selection.modifiers].join("|");
  const values = selection.values.map((value) => value.alternatives.map(showPattern).join("/"));
  return `${key}=${selection.negated ? "!" : ""}${values.join(selection.linking === "all" ? "&" : ",")}`;
}

/** A pattern as `…text…`, where `…` is any run, `¿` any one character and `¬` any dash; a cased one ends with `!`. */
export function showPattern(pattern: Pattern): string {
  switch (pattern.kind) {
    case "string":
      return showParts(pattern.parts) + (pattern.cased ? "!" : "");
    case "number":
      return `#${pattern.text}`;
    case "boolean":
      return String(pattern.value);
    case "null":
      return "null";
    case "exists":
      return `exists:${pattern.expected}`;
    case "regex": {
      const flags = [pattern.ignoreCase && "i", pattern.multiline && "m", pattern.dotAll && "s"];
      return `/${pattern.source}/${flags.filter(Boolean).join("")}`;
    }
    case "cidr":
      return `${pattern.network}/${pattern.prefixLength}`;
    case "comparison":
      return `${pattern.operator}:${pattern.number}`;
    case "timePart":
      return `${pattern.part} ${pattern.operator}:${pattern.number}`;
    case "fieldref":
      return `${pattern.position}:@${pattern.field}${pattern.cased ? "!" : ""}`;
    case "placeholder":
      return pattern.names.map((name) => `%${name}%`).join("");
  }
}

export const showParts = (parts: readonly StringPart[]): string => parts.map(showPart).join("");

function showPart(part: StringPart): string {
  switch (part.kind) {
    case "literal":
      return part.text;
    case "anyRun":
      return "…";
    case "anyOne":
      return "¿";
    case "oneOf":
      return part.characters === "-/–—―" ? "¬" : `[${part.characters}]`;
  }
}
