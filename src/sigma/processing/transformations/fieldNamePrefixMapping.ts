import { mapping } from "../parameters.ts";
import { renameFields } from "../renameFields.ts";
import type { Transformation } from "./transformation.ts";

/** Gives names that begin in some way another beginning, one or several. Of several beginnings that fit, the first counts. */
export const fieldNamePrefixMapping: Transformation = {
  name: "field_name_prefix_mapping",
  parameters: ["mapping"],
  read: (parameters) => {
    const prefixes = mapping(parameters, "mapping");
    if (!prefixes) return undefined;
    return (rule, application) =>
      renameFields(rule, application, (field) => {
        for (const [prefix, others] of prefixes) {
          if (prefix === undefined || !field?.startsWith(prefix)) continue;
          return others.map((other) => other + field.slice(prefix.length));
        }
        return undefined;
      });
  },
};
