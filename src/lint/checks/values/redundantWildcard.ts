import { parseWildcards } from "../../../sigma/index.ts";
import { type Finding, itemCheck, type WrittenValue } from "../../check.ts";
import { has, isEncoded, textOperator, type TextOperator } from "../../subject/items.ts";
import { rules } from "../../links.ts";

export const redundantWildcard = itemCheck({
  code: "redundant-wildcard",
  explanation: "A value has a `*` where its modifier has one already.",
  link: rules("string-wildcard"),
  *find(item) {
    const operator = textOperator(item);
    if (operator === undefined || isEncoded(item) || has(item, "expand")) return;
    const isKeyword = item.field === undefined && operator === "equals";
    for (const value of item.values) {
      if (value.type === "string") yield* needless(value, isKeyword ? "keyword" : operator);
    }
  },
});

function* needless({ text, span }: WrittenValue, how: TextOperator | "keyword"): Iterable<Finding> {
  const parts = parseWildcards(text);
  const atStart = parts.length > 1 && parts[0]?.kind === "anyRun" && ["contains", "endswith", "keyword"].includes(how);
  const atEnd =
    parts.length > 1 && parts.at(-1)?.kind === "anyRun" && ["contains", "startswith", "keyword"].includes(how);
  if (!atStart && !atEnd) return;
  const where = atStart && atEnd ? "at both ends" : atStart ? "at the beginning" : "at the end";
  const why = how === "keyword" ? "a keyword is found anywhere" : `\`${how}\` says so already`;
  yield {
    span,
    message: `the \`*\` ${where} is needless: ${why}`,
    hint: "leave it out, or write `\\*` if you mean the character",
  };
}
