import { ruleCheck } from "../../check.ts";
import { beginningOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

export const missingStatus = ruleCheck({
  code: "missing-status",
  explanation: "A rule does not say how mature it is.",
  link: convention("structure"),
  *find(subject) {
    if (subject.rule.status !== undefined) return;
    yield { span: beginningOf(subject), message: "the rule has no `status`", hint: "a new rule is `experimental`" };
  },
});
