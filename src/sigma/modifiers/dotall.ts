import { made, type Modifier } from "./modifier.ts";

/** Of a regular expression: a dot also matches a line break. */
export const dotall: Modifier = {
  name: "s",
  aliases: ["dotall"],
  role: "flag",
  apply: (pattern) => made(pattern.kind === "regex" ? { ...pattern, dotAll: true } : pattern),
};
