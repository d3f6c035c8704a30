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

/** A selection as `(and Image|endswith=…cmd.exe (or …))`; the values of an item are joined by `,` or, linked by all, by `&`. */
export function showSelection(selection: Selection): string {
  if (selection.kind !== "item") return `(${[selection.kind, ...selection.operands.map(showSelection)].join(" ")})`;
  const key = [selection.field ?? "", ...selection.modifiers].join("|");
  const values = selection.values.map((value) => value.alternatives.map(showPattern).join("/"));
  return `${key}=${values.join(selection.linking === "all" ? "&" : ",")}`;
}

/** A pattern as `…text…`, where `…` is any run and `¿` any one character; a cased one ends with `!`. */
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
  }
}

export const showParts = (parts: readonly StringPart[]): string =>
  parts.map((part) => (part.kind === "literal" ? part.text : part.kind === "anyRun" ? "…" : "¿")).join("");
