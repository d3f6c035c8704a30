import { itemCheck } from "../../check.ts";
import { isEncoded, textOperator } from "../../subject/items.ts";
import { rules } from "../../links.ts";

/** Names of fields that hold numbers, as far as a name can tell. */
const numeric = /(?:I[Dd]|Port|Type|Count|Number|Level)$/;

export const quotedNumber = itemCheck({
  code: "quoted-number",
  explanation: "A field that holds a number is to equal one in quotes.",
  link: rules("yaml-file"),
  *find(item) {
    if (!numeric.test(item.field ?? "") || textOperator(item) !== "equals" || isEncoded(item)) return;
    for (const { type, text, span } of item.values) {
      if (type !== "string" || !/^-?(?:0|[1-9]\d*)$/.test(text)) continue;
      yield { span, message: "a number needs no quotes", hint: `write \`${text}\`` };
    }
  },
});
