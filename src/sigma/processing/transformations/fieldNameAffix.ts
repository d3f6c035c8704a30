import { text } from "../parameters.ts";
import { renameFields } from "../renameFields.ts";
import type { Transformation } from "./transformation.ts";

/** Puts a text before the names of fields. */
export const fieldNamePrefix: Transformation = {
  name: "field_name_prefix",
  parameters: ["prefix"],
  read: (parameters) => {
    const prefix = text(parameters, "prefix");
    if (prefix === undefined) return undefined;
    return (rule, application) =>
      renameFields(rule, application, (field) => (field === undefined ? undefined : [prefix + field]));
  },
};

/** Puts a text behind the names of fields. */
export const fieldNameSuffix: Transformation = {
  name: "field_name_suffix",
  parameters: ["suffix"],
  read: (parameters) => {
    const suffix = text(parameters, "suffix");
    if (suffix === undefined) return undefined;
    return (rule, application) =>
      renameFields(rule, application, (field) => (field === undefined ? undefined : [field + suffix]));
  },
};
