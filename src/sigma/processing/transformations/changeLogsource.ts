import { optionalText } from "../parameters.ts";
import type { Transformation } from "./transformation.ts";

/** Puts another logsource in place of the rule's: what is not given here, it has no more. */
export const changeLogsource: Transformation = {
  name: "change_logsource",
  parameters: ["category", "product", "service"],
  read: (parameters) => {
    const category = optionalText(parameters, "category");
    const product = optionalText(parameters, "product");
    const service = optionalText(parameters, "service");
    const dimensions = {
      ...(category !== undefined && { category }),
      ...(product !== undefined && { product }),
      ...(service !== undefined && { service }),
    };
    return (rule) => ({ ...rule, logsource: { ...dimensions, span: rule.logsource.span } });
  },
};
