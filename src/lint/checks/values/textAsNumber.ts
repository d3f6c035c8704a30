import { itemCheck } from "../../check.ts";
import { has } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

const numeric = ["lt", "lte", "gt", "gte", "minute", "hour", "day", "week", "month", "year"];

export const textAsNumber = itemCheck({
  code: "text-as-number",
  explanation: "A number in quotes stands behind a modifier of numbers: other tools refuse it.",
  link: modifiers("numeric-modifiers"),
  *find(item) {
    if (!has(item, ...numeric)) return;
    for (const { type, span, text } of item.values) {
      if (type === "string")
        yield { span, message: "this modifier is for numbers, not for text", hint: `write \`${text}\`` };
    }
  },
});
