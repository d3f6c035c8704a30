import type { Modifier } from "./modifier.ts";
import { notText, positions } from "./names.ts";
import { onUtf16 } from "./onUtf16.ts";

/** The value in UTF-16, low byte first: `cmd` is 63 00 6D 00 64 00. */
export const utf16le: Modifier = {
  name: "utf16le",
  aliases: ["wide"],
  role: "transform",
  excludes: [...notText, "utf16be", "utf16"],
  precedes: positions,
  apply: (pattern) => onUtf16("utf16le", pattern, { first: "low" }),
};
