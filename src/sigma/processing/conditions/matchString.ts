import { compileRegex } from "../../../std/index.ts";
import { plainText } from "../plainText.ts";
import { flag, need, refuse, text } from "../parameters.ts";
import type { ItemTest, ProcessingCondition } from "./condition.ts";
import { ofValues } from "./valueCondition.ts";

/** In UTF-16 units. What stands behind cannot matter to a person who writes a pattern, and to look at it takes time. */
const maxLength = 10_000;

/** The text of values, with `*` and `?` for its wildcards, begins with what a regular expression matches. Only strings do. */
export const matchString: ProcessingCondition<ItemTest> = {
  name: "match_string",
  parameters: ["cond", "pattern", "negate"],
  read: (parameters) => {
    const pattern = text(parameters, "pattern");
    const isNegated = flag(parameters, "negate");
    if (pattern === undefined) return undefined;
    const compiled = compileRegex(`^(?:${pattern})`, { ignoreCase: false, multiline: false, dotAll: false });
    if (!compiled.ok) {
      const node = need(parameters, "pattern");
      return node && refuse(parameters, node, compiled.reason, "invalid-regex");
    }
    return ofValues(parameters, (value) => {
      const matches = value.kind === "string" && compiled.regex.test(plainText(value.parts).slice(0, maxLength));
      return matches !== isNegated;
    });
  },
};
