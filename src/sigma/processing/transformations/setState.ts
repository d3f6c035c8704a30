import { data, text } from "../parameters.ts";
import type { Transformation } from "./transformation.ts";

/** Remembers a value under a key, for the conditions of later steps. */
export const setState: Transformation = {
  name: "set_state",
  parameters: ["key", "val"],
  read: (parameters) => {
    const key = text(parameters, "key");
    const value = data(parameters, "val");
    if (key === undefined || value === undefined) return undefined;
    return (rule, { work }) => {
      work.state.set(key, value);
      return rule;
    };
  },
};
