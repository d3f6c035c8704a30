import { itemsOf } from "../items.ts";
import { scalar, text } from "../parameters.ts";
import { equalsScalar } from "../plainText.ts";
import type { ProcessingCondition, RuleTest } from "./condition.ts";

/** An item of the rule asks for this field with this value, as its modifiers have made it. */
export const containsDetectionItem: ProcessingCondition<RuleTest> = {
  name: "contains_detection_item",
  parameters: ["field", "value"],
  read: (parameters) => {
    const field = text(parameters, "field");
    const value = scalar(parameters, "value");
    if (field === undefined || !value) return undefined;
    return (rule) =>
      itemsOf(rule).some(
        (item) =>
          item.field === field &&
          item.values.some(({ alternatives }) => alternatives.some((pattern) => equalsScalar(pattern, value))),
      );
  },
};
