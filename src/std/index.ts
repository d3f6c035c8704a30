export { bug } from "./bug.ts";
export { compileRegex } from "./regex.ts";
export type { Regex, RegexFlags, RegexResult } from "./regex.ts";
export type { Clock } from "./clock.ts";
export { parseAddress, type Address } from "./address.ts";
export { canonicalDecimal, decimalText } from "./decimal.ts";
export { fold } from "./fold.ts";
export { closest } from "./closest.ts";
