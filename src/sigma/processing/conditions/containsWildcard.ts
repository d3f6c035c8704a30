import type { ItemTest, ProcessingCondition } from "./condition.ts";
import { ofValues } from "./valueCondition.ts";

/** Values have a wildcard, their own or one that a modifier such as `contains` has made. */
export const containsWildcard: ProcessingCondition<ItemTest> = {
  name: "contains_wildcard",
  parameters: ["cond"],
  read: (parameters) =>
    ofValues(
      parameters,
      (pattern) =>
        pattern.kind === "string" && pattern.parts.some(({ kind }) => kind === "anyRun" || kind === "anyOne"),
    ),
};
