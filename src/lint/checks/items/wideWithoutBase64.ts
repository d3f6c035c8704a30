import { itemCheck } from "../../check.ts";
import { has, modifierPlace } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

const names = ["wide", "utf16le", "utf16be", "utf16"] as const;

export const wideWithoutBase64 = itemCheck({
  code: "wide-without-base64",
  explanation: "UTF-16 is not encoded further: it is compared with text that has a U+0000 beside each letter.",
  link: modifiers("encoding"),
  *find(item) {
    if (!has(item, ...names) || has(item, "base64", "base64offset")) return;
    const name = item.modifiers.find((modifier) => names.some((known) => known === modifier)) ?? "wide";
    const message = `\`${name}\` alone looks for text with U+0000 beside each letter`;
    yield { span: modifierPlace(item, ...names), message, hint: "add `base64offset|contains` behind it" };
  },
});
