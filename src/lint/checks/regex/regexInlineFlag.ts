import { regexCheck } from "../../regexCheck.ts";
import { modifiers } from "../../links.ts";

export const regexInlineFlag = regexCheck({
  code: "regex-inline-flag",
  explanation: "A regular expression begins with a flag such as `(?i)`, for which Sigma has modifiers.",
  link: modifiers("regular-expression"),
  *find({ item, pattern: { source }, span }) {
    const [found, letters = ""] = /^\(\?([ims]+)\)/.exec(source) ?? [];
    if (found === undefined) return;
    const key = [item.field ?? "", ...item.modifiers, ...new Set(letters)].join("|");
    yield { span, message: `Sigma writes \`${found}\` as a modifier`, hint: `write \`${key}\`` };
  },
});
