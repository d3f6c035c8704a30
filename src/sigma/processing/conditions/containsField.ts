import { itemsOf } from "../items.ts";
import { text } from "../parameters.ts";
import type { ProcessingCondition, RuleTest } from "./condition.ts";

/** An item of the rule asks for this field. */
export const containsField: ProcessingCondition<RuleTest> = {
  name: "contains_field",
  parameters: ["field"],
  read: (parameters) => {
    const field = text(parameters, "field");
    return (rule) => itemsOf(rule).some((item) => item.field === field);
  },
};
