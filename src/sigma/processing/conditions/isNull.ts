import type { ItemTest, ProcessingCondition } from "./condition.ts";
import { ofValues } from "./valueCondition.ts";

/** Values are null. */
export const isNull: ProcessingCondition<ItemTest> = {
  name: "is_null",
  parameters: ["cond"],
  read: (parameters) => ofValues(parameters, ({ kind }) => kind === "null"),
};
