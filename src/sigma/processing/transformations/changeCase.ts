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
    const change = ofStrings((pattern) => ({ ...pattern, parts: pattern.parts.map((part) => changePart(part, to)) }));
    return (rule, application) => changeValues(rule, application, change);
  },
};

const changePart = (part: StringPart, to: Case): StringPart =>
  part.kind === "literal" ? { kind: "literal", text: changeCase(part.text, to) } : part;
