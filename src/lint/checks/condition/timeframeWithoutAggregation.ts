import { ruleCheck } from "../../check.ts";
import { entryIn } from "../../subject/entries.ts";
import { rules } from "../../links.ts";

export const timeframeWithoutAggregation = ruleCheck({
  code: "timeframe-without-aggregation",
  explanation: "A `timeframe` has no meaning: a rule matches one event at a time.",
  link: rules("rule-correlation"),
  *find({ documents }) {
    const detection = entryIn(documents, "detection")?.value;
    const timeframe = detection?.kind === "map" ? entryIn([detection], "timeframe") : undefined;
    if (!timeframe) return;
    yield {
      span: timeframe.key.span,
      message: "a `timeframe` has no meaning in a rule, which matches one event at a time",
      hint: "leave it out, or write a correlation rule with a `timespan`",
    };
  },
});
