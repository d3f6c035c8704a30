import { regexCheck } from "../../regexCheck.ts";
import { modifiers } from "../../links.ts";

export const regexSurroundedByAny = regexCheck({
  code: "regex-surrounded-by-any",
  explanation: "A regular expression begins or ends with `.*`: it is found anywhere without it.",
  link: modifiers("regular-expression"),
  *find({ pattern: { source }, span }) {
    const atStart = /^\.\*(?![+?]?$)/.test(source);
    const atEnd = /(?<!\\)(?:\\\\)*\.\*\??$/.test(source) && !/^\.\*\??$/.test(source);
    if (!atStart && !atEnd) return;
    const where = atStart && atEnd ? "at both ends" : atStart ? "at the beginning" : "at the end";
    yield { span, message: `the \`.*\` ${where} is needless: an expression is found anywhere`, hint: "leave it out" };
  },
});
