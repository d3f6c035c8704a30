import { regexCheck } from "../../regexCheck.ts";
import { modifiers } from "../../links.ts";

export const regexIsLiteral = regexCheck({
  code: "regex-is-literal",
  explanation: "A regular expression is plain text, which `contains` finds faster.",
  link: modifiers("regular-expression"),
  *find({ pattern, span }) {
    const { source, ignoreCase } = pattern;
    if (source === "" || !/^(?:[^\\.*+?^${}()|[\]]|\\[^\p{L}\p{N}])*$/u.test(source)) return;
    const modifier = ignoreCase ? "`contains`" : "`contains|cased`";
    yield { span, message: "this regular expression is plain text", hint: `use ${modifier} in place of \`re\`` };
  },
});
