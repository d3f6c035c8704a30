import { itemCheck } from "../../check.ts";
import { has, modifierPlace } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const allOnOneValue = itemCheck({
  code: "all-on-one-value",
  explanation: "`all` stands before one value.",
  link: modifiers("generic-modifiers"),
  *find(item) {
    if (!has(item, "all") || item.values.length !== 1) return;
    yield { span: modifierPlace(item, "all"), message: "`all` stands before one value", hint: "leave it out" };
  },
});
