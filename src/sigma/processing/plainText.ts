import type { Pattern, StringPart } from "../pattern.ts";
import type { ScalarNode } from "../yaml/node.ts";

/** The text of a pattern as people would write it, with `*` and `?` for wildcards and no escapes: what pipelines look at. */
export const plainText = (parts: readonly StringPart[]): string => parts.map(plainPart).join("");

function plainPart(part: StringPart): string {
  switch (part.kind) {
    case "literal":
      return part.text;
    case "anyRun":
      return "*";
    case "anyOne":
      return "?";
    case "oneOf":
      return part.characters.charAt(0);
  }
}

/** Whether a pattern is the value that a pipeline names: of its type, and as it is written. */
export function equalsScalar(pattern: Pattern, { type, text }: ScalarNode): boolean {
  switch (pattern.kind) {
    case "string":
      return type === "string" && plainText(pattern.parts) === text;
    case "number":
      return type === "number" && Number(pattern.text) === Number(text);
    case "boolean":
    case "exists":
      return type === "boolean" && flagOf(pattern) === (text.toLowerCase() === "true");
    case "null":
      return type === "null";
    case "regex":
    case "cidr":
    case "comparison":
    case "timePart":
    case "fieldref":
    case "placeholder":
      return false;
  }
}

const flagOf = (pattern: Extract<Pattern, { kind: "boolean" | "exists" }>): boolean =>
  pattern.kind === "boolean" ? pattern.value : pattern.expected;
