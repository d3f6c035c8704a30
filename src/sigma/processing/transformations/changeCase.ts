import type { StringPart } from "../../pattern.ts";
import { type Case, cases, changeCase } from "../changeCase.ts";
import { changeValues, ofStrings } from "../changeValues.ts";
import { choice } from "../parameters.ts";
import type { Transformation } from "./transformation.ts";

/** Writes strings in another case; where letter case does not count, that changes nothing but `snake_case`. */
export const changeCaseOfValues: Transformation = {
  name: "case",
  parameters: ["method"],
  read: (parameters) => {
    const to = choice(parameters, "method", cases);
    if (!to) return undefined;
    const change = ofStrings((pattern) => {
      const parts = pattern.parts.map((part) => changePart(part, to));
      return parts.every((part, index) => part === pattern.parts[index]) ? pattern : { ...pattern, parts };
    });
    return (rule, application) => changeValues(rule, application, change);
  },
};

function changePart(part: StringPart, to: Case): StringPart {
  if (part.kind !== "literal") return part;
  const text = changeCase(part.text, to);
  return text === part.text ? part : { kind: "literal", text };
}
