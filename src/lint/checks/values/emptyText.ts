import { itemCheck } from "../../check.ts";
import { textOperator } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const emptyText = itemCheck({
  code: "empty-text",
  explanation: "An empty value is looked for inside of a field: every text has it.",
  link: modifiers("generic-modifiers"),
  *find(item) {
    const operator = item.modifiers.includes("re") ? "re" : textOperator(item);
    if (item.field === undefined || operator === undefined || operator === "equals") return;
    for (const { text, span, type } of item.values) {
      if (type !== "string" || text !== "") continue;
      yield {
        span,
        message: `every text has an empty one: \`${operator}\` asks nothing here`,
        hint: "leave the value out",
      };
    }
  },
});
