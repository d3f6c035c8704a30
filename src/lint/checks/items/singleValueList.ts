import { itemCheck } from "../../check.ts";
import { convention } from "../../links.ts";

export const singleValueList = itemCheck({
  code: "single-value-list",
  explanation: "A list holds one value.",
  link: convention("item-lists"),
  *find({ values, key, inList }) {
    const [value, ...others] = values;
    if (!key || !inList || !value || others.length > 0) return;
    yield {
      span: value.span,
      message: "this list holds one value",
      hint: "write it behind the field, on the same line",
    };
  },
});
