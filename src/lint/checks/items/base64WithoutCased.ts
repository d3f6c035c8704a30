import { itemCheck } from "../../check.ts";
import { has, modifierPlace } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

const names = ["base64", "base64offset"] as const;

export const base64WithoutCased = itemCheck({
  code: "base64-without-cased",
  explanation: "In Base64 letter case counts, and the item takes any: it also finds other data.",
  link: modifiers("encoding"),
  *find(item) {
    if (!has(item, ...names) || has(item, "cased")) return;
    yield { span: modifierPlace(item, ...names), message: "in Base64 letter case counts", hint: "add `cased`" };
  },
});
