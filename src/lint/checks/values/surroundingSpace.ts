import { itemCheck } from "../../check.ts";
import { isEncoded, textOperator, type TextOperator } from "../../subject/items.ts";
import { rules } from "../../links.ts";

/** The ends at which a blank must stand at the end of the field, too. */
const fixedEnds: Readonly<Record<TextOperator, RegExp | undefined>> = {
  equals: /^\s|\s$/,
  startswith: /^\s/,
  endswith: /\s$/,
  contains: undefined,
};

export const surroundingSpace = itemCheck({
  code: "surrounding-space",
  explanation: "A field is to begin or end with a blank, as fields rarely do.",
  link: rules("general"),
  *find(item) {
    const operator = textOperator(item);
    if (item.field === undefined || operator === undefined || isEncoded(item)) return;
    for (const { text, span, type } of item.values) {
      if (type !== "string" || text.trim() === "" || fixedEnds[operator]?.test(text) !== true) continue;
      const where = /^\s/.test(text) && operator !== "endswith" ? "begins" : "ends";
      yield {
        span,
        message: `the value ${where} with a blank, so the field must too`,
        hint: "leave it out, or use `contains`",
      };
    }
  },
});
