import { itemCheck } from "../../check.ts";
import { escapedStars } from "../../forms/escapedStars.ts";
import { isEncoded, textOperator } from "../../subject/items.ts";
import { rules } from "../../links.ts";

export const escapedFinalWildcard = itemCheck({
  code: "escaped-final-wildcard",
  explanation: "A path ends with `\\*`, which is an asterisk and no backslash.",
  link: rules("escaping"),
  *find(item) {
    const operator = textOperator(item);
    if (operator === undefined || isEncoded(item)) return;
    for (const { text, span, type } of item.values) {
      if (type !== "string" || !escapedStars(text).some(({ isInPath, isLast }) => isInPath && isLast)) continue;
      yield { span, message: "the `\\*` at the end is an asterisk, without the backslash", hint: hints[operator] };
    }
  },
});

const hints = {
  equals: "use `startswith`, and end with the backslash",
  startswith: "end with the backslash: anything may follow it",
  contains: "end with the backslash: anything may follow it",
  endswith: "use `contains`, and end with the backslash",
} as const;
