import { itemCheck } from "../../check.ts";
import { has } from "../../subject/items.ts";
import { rules } from "../../links.ts";

export const expandWithoutPlaceholder = itemCheck({
  code: "expand-without-placeholder",
  explanation: "`expand` stands before a value without a placeholder.",
  link: rules("placeholders"),
  *find(item) {
    if (!has(item, "expand")) return;
    for (const { text, span } of item.values) {
      if (/(?<!\\)%[^%]+%/.test(text)) continue;
      yield { span, message: "this value has no placeholder to expand", hint: "a placeholder is a name between `%`" };
    }
  },
});
