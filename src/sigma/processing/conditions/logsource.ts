import { fold } from "../../../std/index.ts";
import { optionalText } from "../parameters.ts";
import type { ProcessingCondition, RuleTest } from "./condition.ts";

const dimensions = ["category", "product", "service"] as const;

/** The rule's logsource has each dimension that is named, with this value. */
export const logsource: ProcessingCondition<RuleTest> = {
  name: "logsource",
  parameters: dimensions,
  read: (parameters) => {
    const wanted = dimensions.map((dimension) => [dimension, optionalText(parameters, dimension)] as const);
    return (rule) =>
      wanted.every(
        ([dimension, value]) => value === undefined || fold(rule.logsource[dimension] ?? "") === fold(value),
      );
  },
};
