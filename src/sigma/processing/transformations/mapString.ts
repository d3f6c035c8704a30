import { parseWildcards } from "../../wildcards.ts";
import { changeValues, ofStrings } from "../changeValues.ts";
import { mapping } from "../parameters.ts";
import { plainText } from "../plainText.ts";
import type { Transformation } from "./transformation.ts";

/** Puts one or several strings in place of a value that is written so, wildcards included. Of several, any will do. */
export const mapString: Transformation = {
  name: "map_string",
  parameters: ["mapping"],
  read: (parameters) => {
    const strings = mapping(parameters, "mapping");
    if (!strings) return undefined;
    const change = ofStrings((pattern) => {
      const others = strings.get(plainText(pattern.parts));
      return others ? others.map((other) => ({ ...pattern, parts: parseWildcards(other) })) : pattern;
    });
    return (rule, application) => changeValues(rule, application, change);
  },
};
