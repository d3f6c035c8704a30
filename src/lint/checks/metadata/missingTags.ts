import { ruleCheck } from "../../check.ts";
import { beginningOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

export const missingTags = ruleCheck({
  code: "missing-tags",
  explanation: "A rule has no tags, so that it is missing from every view by tactic.",
  link: convention("structure"),
  *find(subject) {
    if (subject.rule.tags.length > 0) return;
    yield {
      span: beginningOf(subject),
      message: "the rule has no `tags`",
      hint: "name what it detects in ATT&CK, such as `attack.execution`",
    };
  },
});
