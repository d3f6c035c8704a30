import { itemCheck } from "../../check.ts";
import { isEncoded, textOperator } from "../../subject/items.ts";
import { rules } from "../../links.ts";

export const doubleWildcard = itemCheck({
  code: "double-wildcard",
  explanation: "A value has two `*` side by side, of which one is enough.",
  link: rules("string-wildcard"),
  *find(item) {
    if (textOperator(item) === undefined || isEncoded(item)) return;
    for (const { text, span, type } of item.values) {
      if (type !== "string" || !/(?<!\\)(?:\\\\)*\*\*/.test(text)) continue;
      yield {
        span,
        message: "one `*` stands for any run of characters already",
        hint: "write one, or `\\*` for the character",
      };
    }
  },
});
