import { ruleCheck } from "../../check.ts";
import { beginningOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

export const missingDate = ruleCheck({
  code: "missing-date",
  explanation: "A rule does not say when it was written.",
  link: convention("structure"),
  *find(subject) {
    if (subject.rule.date !== undefined) return;
    yield { span: beginningOf(subject), message: "the rule has no `date`", hint: "write the day as YYYY-MM-DD" };
  },
});
