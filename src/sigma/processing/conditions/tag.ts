import { fold } from "../../../std/index.ts";
import { text } from "../parameters.ts";
import type { ProcessingCondition, RuleTest } from "./condition.ts";

/** The rule has this tag, in any letter case. */
export const tag: ProcessingCondition<RuleTest> = {
  name: "tag",
  parameters: ["tag"],
  read: (parameters) => {
    const wanted = text(parameters, "tag");
    return wanted === undefined ? undefined : (rule) => rule.tags.some((found) => fold(found.text) === fold(wanted));
  },
};
