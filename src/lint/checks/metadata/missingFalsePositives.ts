import { ruleCheck } from "../../check.ts";
import { beginningOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

export const missingFalsePositives = ruleCheck({
  code: "missing-falsepositives",
  explanation: "A rule does not say what it may match in good faith.",
  link: convention("structure"),
  *find(subject) {
    if (subject.rule.falsePositives.length > 0) return;
    yield {
      span: beginningOf(subject),
      message: "the rule has no `falsepositives`",
      hint: "write `Unknown` if you know of none, `Unlikely` if you expect none",
    };
  },
});
