import { quote } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { has, isEncoded } from "../../subject/items.ts";
import { rules } from "../../links.ts";

/** In characters without wildcards. */
const shortest = 3;

export const shortKeyword = itemCheck({
  code: "short-keyword",
  explanation: "A keyword is so short that it stands in many events.",
  link: rules("keywords-search"),
  *find(item) {
    if (item.field !== undefined || item.linking === "all" || has(item, "re") || isEncoded(item)) return;
    for (const { text, span, type } of item.values) {
      const length = Array.from(text.replaceAll(/[*?\s]/g, "")).length;
      if (type !== "string" || length >= shortest) continue;
      yield { span, message: `the keyword ${quote(text)} stands in many events`, hint: "ask for it in a field" };
    }
  },
});
