import { itemCheck } from "../../check.ts";
import { has } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const fieldrefToItself = itemCheck({
  code: "fieldref-to-itself",
  explanation: "`fieldref` compares a field with itself.",
  link: modifiers("specific-modifiers"),
  *find(item) {
    if (!has(item, "fieldref")) return;
    for (const { text, span } of item.values) {
      if (text === item.field) yield { span, message: "a field is always equal to itself", hint: "name another field" };
    }
  },
});
