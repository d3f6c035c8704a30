import { ruleCheck } from "../../check.ts";
import { beginningOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

export const missingLevel = ruleCheck({
  code: "missing-level",
  explanation: "A rule does not say how bad a match is.",
  link: convention("structure"),
  *find(subject) {
    if (subject.rule.level !== undefined) return;
    yield {
      span: beginningOf(subject),
      message: "the rule has no `level`",
      hint: "one of informational, low, medium, high, critical",
    };
  },
});
