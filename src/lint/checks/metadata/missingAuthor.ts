import { ruleCheck } from "../../check.ts";
import { beginningOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

export const missingAuthor = ruleCheck({
  code: "missing-author",
  explanation: "A rule does not say who wrote it.",
  link: convention("structure"),
  *find(subject) {
    if (subject.rule.author !== undefined) return;
    yield { span: beginningOf(subject), message: "the rule has no `author`", hint: "names are separated by commas" };
  },
});
