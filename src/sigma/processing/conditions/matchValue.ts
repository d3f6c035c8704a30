import { scalar } from "../parameters.ts";
import { equalsScalar } from "../plainText.ts";
import type { ItemTest, ProcessingCondition } from "./condition.ts";
import { ofValues } from "./valueCondition.ts";

/** Values are this one, as their modifiers have made them. */
export const matchValue: ProcessingCondition<ItemTest> = {
  name: "match_value",
  parameters: ["cond", "value"],
  read: (parameters) => {
    const value = scalar(parameters, "value");
    return value && ofValues(parameters, (pattern) => equalsScalar(pattern, value));
  },
};
