import type { Modifier } from "./modifier.ts";
import { notText, positions } from "./names.ts";
import { onUtf16 } from "./onUtf16.ts";

/** The value in UTF-16, high byte first: `cmd` is 00 63 00 6D 00 64. */
export const utf16be: Modifier = {
  name: "utf16be",
  role: "transform",
  excludes: [...notText, "utf16le", "utf16"],
  precedes: positions,
  apply: (pattern) => onUtf16("utf16be", pattern, { first: "high" }),
};
