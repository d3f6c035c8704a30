import { conditionCheck } from "../../check.ts";
import { holdsForNothing } from "../../subject/conditions.ts";
import { rules } from "../../links.ts";

export const negativeCondition = conditionCheck({
  code: "negative-condition",
  explanation: "A condition holds for every event that matches none of the selections.",
  link: rules("condition"),
  *find({ rule, condition }) {
    if (rule.kind === "filter" || !holdsForNothing(condition)) return;
    yield {
      span: condition.span,
      message: "the condition holds for every event that matches none of the selections",
      hint: "say with a selection what is looked for, then what is excluded",
    };
  },
});
