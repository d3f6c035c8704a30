import { itemCheck } from "../../check.ts";
import { escapedStars } from "../../forms/escapedStars.ts";
import { isEncoded, textOperator } from "../../subject/items.ts";
import { rules } from "../../links.ts";

export const escapedWildcardInPath = itemCheck({
  code: "escaped-wildcard-in-path",
  explanation: "In a path `\\*` is an asterisk and no backslash, which hardly any path has.",
  link: rules("escaping"),
  *find(item) {
    if (textOperator(item) === undefined || isEncoded(item)) return;
    for (const { text, span, type } of item.values) {
      if (type !== "string" || !escapedStars(text).some(({ isInPath, isLast }) => isInPath && !isLast)) continue;
      yield {
        span,
        message: "`\\*` is an asterisk here, without the backslash",
        hint: "write `\\\\*` for a backslash and a wildcard, `\\\\\\*` for a backslash and an asterisk",
      };
    }
  },
});
