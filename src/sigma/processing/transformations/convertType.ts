import { asText } from "../../modifiers/onText.ts";
import type { Pattern } from "../../pattern.ts";
import { quote } from "../../quote.ts";
import type { DetectionItem } from "../../rule.ts";
import { scalarType } from "../../yaml/scalarType.ts";
import { changeValues } from "../changeValues.ts";
import { choice, need } from "../parameters.ts";
import { plainText } from "../plainText.ts";
import { fail, type Work } from "../work.ts";
import type { Transformation } from "./transformation.ts";

/** Makes strings of numbers and booleans, or numbers of strings; null stays null, and so does what is no value to compare with. */
export const convertType: Transformation = {
  name: "convert_type",
  parameters: ["target_type"],
  read: (parameters) => {
    if (!need(parameters, "target_type")) return undefined;
    const target = choice(parameters, "target_type", ["str", "num"]);
    if (!target) return undefined;
    if (target === "str")
      return (rule, application) => changeValues(rule, application, (pattern) => asText(pattern) ?? pattern);
    return (rule, application) =>
      changeValues(rule, application, (pattern, item) => toNumber(pattern, item, application.work));
  },
};

function toNumber(pattern: Pattern, { span }: DetectionItem, work: Work): Pattern {
  if (pattern.kind !== "string" && pattern.kind !== "boolean") return pattern;
  const text = pattern.kind === "string" ? plainText(pattern.parts) : String(pattern.value);
  if (scalarType(text) === "number") return { kind: "number", text };
  fail(work, span, `\`convert_type\` cannot make a number of ${quote(text)}`);
  return pattern;
}
