import { data, text } from "../parameters.ts";
import type { Transformation } from "./transformation.ts";

/** Gives the rule a key of the author's own. */
export const setCustomAttribute: Transformation = {
  name: "set_custom_attribute",
  parameters: ["attribute", "value"],
  read: (parameters) => {
    const attribute = text(parameters, "attribute");
    const value = data(parameters, "value");
    if (attribute === undefined || value === undefined) return undefined;
    return (rule) => ({ ...rule, custom: new Map([...rule.custom, [attribute, value]]) });
  },
};
