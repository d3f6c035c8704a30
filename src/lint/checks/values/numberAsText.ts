import { itemCheck } from "../../check.ts";
import { has, textOperator } from "../../subject/items.ts";
import { modifiers } from "../../links.ts";

export const numberAsText = itemCheck({
  code: "number-as-text",
  explanation: "A number or boolean without quotes stands behind a modifier of text: other tools refuse it.",
  link: modifiers("string-modifiers"),
  *find(item) {
    const operator = textOperator(item);
    const isOfText = has(item, "re", "windash", "base64", "base64offset", "wide", "utf16le", "utf16be", "utf16");
    if (!isOfText && (operator === undefined || operator === "equals")) return;
    const name = isOfText ? item.modifiers.find((each) => each !== "contains") : operator;
    for (const { type, span, text } of item.values) {
      if (type !== "number" && type !== "boolean") continue;
      yield { span, message: `\`${name ?? ""}\` is for text, not for a ${type}`, hint: `write \`'${text}'\`` };
    }
  },
});
