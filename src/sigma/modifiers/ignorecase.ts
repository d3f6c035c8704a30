import { made, type Modifier } from "./modifier.ts";

/** Of a regular expression: letter case does not count. */
export const ignorecase: Modifier = {
  name: "i",
  aliases: ["ignorecase"],
  role: "flag",
  apply: (pattern) => made(pattern.kind === "regex" ? { ...pattern, ignoreCase: true } : pattern),
};
