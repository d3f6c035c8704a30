import { itemCheck } from "../../check.ts";
import { has, modifierPlace } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const base64offsetWithoutContains = itemCheck({
  code: "base64offset-without-contains",
  explanation: "`base64offset` is for a piece of encoded data, and no `contains` follows: other tools find nothing.",
  link: modifiers("encoding"),
  *find(item) {
    if (!has(item, "base64offset") || has(item, "contains")) return;
    const message = "`base64offset` finds a piece of encoded data, which `contains` says";
    yield { span: modifierPlace(item, "base64offset"), message, hint: "add `contains` behind it" };
  },
});
