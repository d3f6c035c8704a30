import { correlationCheck } from "../../check.ts";
import { keyPlaceOf } from "../../subject/entries.ts";
import { correlations } from "../../links.ts";

export const missingGroupBy = correlationCheck({
  code: "missing-group-by",
  explanation: "A correlation counts the events of everybody together.",
  link: correlations("grouping"),
  *find(subject) {
    if (subject.rule.groupBy.length > 0) return;
    yield {
      span: keyPlaceOf(subject, "correlation"),
      message: "the correlation has no `group-by`, so it counts the events of everybody together",
      hint: "name the fields that the events must share, such as the user or the host",
    };
  },
});
