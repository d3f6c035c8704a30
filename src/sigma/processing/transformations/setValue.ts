import { asText } from "../../modifiers/onText.ts";
import type { Pattern } from "../../pattern.ts";
import type { Value } from "../../rule.ts";
import { parseWildcards } from "../../wildcards.ts";
import type { ScalarNode } from "../../yaml/node.ts";
import { scalarType } from "../../yaml/scalarType.ts";
import { valueOf } from "../../yaml/node.ts";
import { changeItems } from "../items.ts";
import { choice, refuse, scalar } from "../parameters.ts";
import type { Transformation } from "./transformation.ts";

/** Puts one value in place of all values of an item. `force_type` makes a string or a number of it. */
export const setValue: Transformation = {
  name: "set_value",
  parameters: ["value", "force_type"],
  read: (parameters) => {
    const node = scalar(parameters, "value");
    const type = valueOf(parameters.map, "force_type") ? choice(parameters, "force_type", ["str", "num"]) : undefined;
    if (!node) return undefined;
    const pattern = patternOf(node, type);
    if (!pattern) return refuse(parameters, node, "this is not a number", "invalid-parameter");
    const value = { text: node.type === "null" ? "null" : node.text, type: node.type, alternatives: [pattern] };
    return (rule, application) =>
      changeItems(rule, application, (item) => {
        const only: Value = { ...value, span: item.values[0]?.span ?? item.span };
        return { ...item, values: [only] };
      });
  },
};

function patternOf({ type, text }: ScalarNode, forced: "str" | "num" | undefined): Pattern | undefined {
  if (forced === "num") return scalarType(text) === "number" ? { kind: "number", text } : undefined;
  if (forced === "str") return asText(naturalPattern({ type, text })) ?? { kind: "string", parts: [], cased: false };
  return naturalPattern({ type, text });
}

function naturalPattern({ type, text }: Pick<ScalarNode, "type" | "text">): Pattern {
  switch (type) {
    case "string":
      return { kind: "string", parts: parseWildcards(text), cased: false };
    case "number":
      return { kind: "number", text };
    case "boolean":
      return { kind: "boolean", value: text.toLowerCase() === "true" };
    case "null":
      return { kind: "null" };
  }
}
