import { valueOf } from "../../yaml/node.ts";
import { cases, changeCase } from "../changeCase.ts";
import { choice, mapping, need } from "../parameters.ts";
import { renameFields } from "../renameFields.ts";
import type { Transformation } from "./transformation.ts";

/** Writes the names of fields in another case. `mapping` has the exceptions. */
export const fieldNameTransform: Transformation = {
  name: "field_name_transform",
  parameters: ["transform_func", "mapping"],
  read: (parameters) => {
    if (!need(parameters, "transform_func")) return undefined;
    const to = choice(parameters, "transform_func", cases);
    const exceptions = valueOf(parameters.map, "mapping") ? mapping(parameters, "mapping") : new Map<string, never>();
    if (!to || !exceptions) return undefined;
    return (rule, application) =>
      renameFields(rule, application, (field) =>
        field === undefined ? undefined : (exceptions.get(field) ?? [changeCase(field, to)]),
      );
  },
};
