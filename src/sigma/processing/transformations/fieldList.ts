import { texts } from "../parameters.ts";
import { spend } from "../work.ts";
import type { Transformation } from "./transformation.ts";

/** Adds to the `fields` of a rule: those that people want to see beside a detection. */
export const addField: Transformation = {
  name: "add_field",
  parameters: ["field"],
  read: (parameters) => {
    const added = texts(parameters, "field");
    if (!added) return undefined;
    return (rule, { work }) =>
      spend(work, added.length, rule.span) ? { ...rule, fields: [...rule.fields, ...added] } : rule;
  },
};

/** Takes from the `fields` of a rule; of a name that is there twice, the first. */
export const removeField: Transformation = {
  name: "remove_field",
  parameters: ["field"],
  read: (parameters) => {
    const removed = texts(parameters, "field");
    if (!removed) return undefined;
    return (rule) => {
      const left = [...rule.fields];
      for (const field of removed) {
        const index = left.indexOf(field);
        if (index >= 0) left.splice(index, 1);
      }
      return { ...rule, fields: left };
    };
  },
};

/** Replaces the `fields` of a rule. */
export const setField: Transformation = {
  name: "set_field",
  parameters: ["fields"],
  read: (parameters) => {
    const fields = texts(parameters, "fields");
    return fields && ((rule) => ({ ...rule, fields }));
  },
};
