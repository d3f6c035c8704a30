import { ruleCheck } from "../../check.ts";
import { beginningOf, placeOf } from "../../subject/entries.ts";
import { convention } from "../../links.ts";

export const missingDescription = ruleCheck({
  code: "missing-description",
  explanation: "A rule does not explain what it detects.",
  link: convention("description"),
  *find(subject) {
    const { description } = subject.rule;
    if (description === undefined || description.trim() === "") {
      const span = description === undefined ? beginningOf(subject) : placeOf(subject, "description");
      yield {
        span,
        message: "the rule has no `description`",
        hint: "say what it finds, and what an attacker gains by it",
      };
    }
  },
});
