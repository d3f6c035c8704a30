import { ruleCheck } from "../../check.ts";
import { keyPlaceOf } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

export const emptyLogsource = ruleCheck({
  code: "empty-logsource",
  explanation: "A `logsource` names no category, product or service: the rule is asked for every event.",
  link: rules("logsource"),
  *find(subject) {
    const { category, product, service } = subject.rule.logsource;
    if ([category, product, service].some((name) => name !== undefined)) return;
    yield {
      span: keyPlaceOf(subject, "logsource"),
      message: "the rule is asked for every event there is",
      hint: "name a category, a product or a service",
    };
  },
});
