import { made, type Modifier } from "./modifier.ts";

/** Of a regular expression: `^` and `$` also match at line breaks. */
export const multiline: Modifier = {
  name: "m",
  aliases: ["multiline"],
  role: "flag",
  apply: (pattern) => made(pattern.kind === "regex" ? { ...pattern, multiline: true } : pattern),
};
