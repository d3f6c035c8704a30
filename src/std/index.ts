export { bug } from "./bug.ts";
export { compileRegex } from "./regex.ts";
export type { Regex, RegexFlags, RegexResult } from "./regex.ts";
