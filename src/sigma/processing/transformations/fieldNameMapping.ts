import { mapping } from "../parameters.ts";
import { renameFields } from "../renameFields.ts";
import type { Transformation } from "./transformation.ts";

/** Gives fields other names, one or several. The key `null` names the field in which keywords are looked for. */
export const fieldNameMapping: Transformation = {
  name: "field_name_mapping",
  parameters: ["mapping"],
  read: (parameters) => {
    const names = mapping(parameters, "mapping");
    return names && ((rule, application) => renameFields(rule, application, (field) => names.get(field)));
  },
};
