import { quote } from "../../../sigma/index.ts";
import { itemCheck } from "../../check.ts";
import { has, modifierPlace } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const neqWithoutExists = itemCheck({
  code: "neq-without-exists",
  explanation: "`neq` holds for every event without the field.",
  link: modifiers("generic-modifiers"),
  *find(item) {
    const { together } = item;
    if (item !== together[0]) return;
    const asked = new Set(together.flatMap((each) => (has(each, "neq") ? [] : each.field)));
    for (const each of together) {
      const { field } = each;
      if (field === undefined || !has(each, "neq") || asked.has(field)) continue;
      yield {
        span: modifierPlace(each, "neq"),
        message: `this holds for every event without ${quote(field)}`,
        hint: `add \`${field}|exists: true\``,
      };
    }
  },
});
