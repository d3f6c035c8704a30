import { documentCheck } from "../../check.ts";
import { placeOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

export const deprecatedWithoutRelated = documentCheck({
  code: "deprecated-without-related",
  explanation: "A deprecated rule does not say which rule replaces it.",
  link: rules("status"),
  *find(subject) {
    if (subject.rule.status !== "deprecated" || subject.rule.related.length > 0) return;
    yield {
      span: placeOf(subject, "status"),
      message: "the rule is deprecated, and `related` names no other",
      hint: "name the rule that covers it now",
    };
  },
});
