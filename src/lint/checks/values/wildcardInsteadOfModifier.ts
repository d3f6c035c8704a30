import { parseWildcards } from "../../../sigma/index.ts";
import { type Finding, itemCheck, type ItemSubject } from "../../check.ts";
import { has, isEncoded, keyPlace, textOperator } from "../../subject/items.ts";
import { rules } from "../../links.ts";

export const wildcardInsteadOfModifier = itemCheck({
  code: "wildcard-instead-of-modifier",
  explanation: "Values have a `*` at an end where `contains`, `startswith` or `endswith` would say so.",
  link: rules("string-wildcard"),
  *find(item) {
    if (item.field === undefined || textOperator(item) !== "equals" || isEncoded(item) || has(item, "expand")) return;
    const modifier = modifierFor(item);
    if (modifier !== undefined) yield finding(item, modifier);
  },
});

/** The one modifier that would do for every value; none if a value has other wildcards. */
function modifierFor({ values }: ItemSubject): string | undefined {
  const needed = new Set(values.map(({ text, type }) => (type === "string" ? neededBy(text) : undefined)));
  const [modifier] = needed;
  return needed.size === 1 ? modifier : undefined;
}

function neededBy(text: string): string | undefined {
  const kinds = parseWildcards(text).map(({ kind }) => kind);
  switch (kinds.join(" ")) {
    case "anyRun literal anyRun":
      return "contains";
    case "literal anyRun":
      return "startswith";
    case "anyRun literal":
      return "endswith";
  }
  return undefined;
}

function finding(item: ItemSubject, modifier: string): Finding {
  const field = item.field ?? "";
  return {
    span: keyPlace(item),
    message: `the wildcards of ${item.values.length === 1 ? "this value" : "these values"} mean \`${modifier}\``,
    hint: `write \`${[field, ...item.modifiers, modifier].join("|")}\` and leave them out`,
  };
}
