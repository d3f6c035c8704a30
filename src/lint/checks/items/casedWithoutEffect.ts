import { itemCheck } from "../../check.ts";
import { has, modifierPlace } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const casedWithoutEffect = itemCheck({
  code: "cased-without-effect",
  explanation: "`cased` stands beside a modifier, or before values, for which letter case is nothing.",
  link: modifiers("generic-modifiers"),
  *find(item) {
    if (!has(item, "cased")) return;
    const span = modifierPlace(item, "cased");
    if (has(item, "re")) {
      yield { span, message: "letter case counts in a regular expression without `cased`", hint: "leave it out" };
    } else if (item.values.every(({ type, text }) => type !== "string" || !/\p{Cased}/u.test(text))) {
      yield { span, message: "none of the values has a letter that has case", hint: "leave `cased` out" };
    }
  },
});
