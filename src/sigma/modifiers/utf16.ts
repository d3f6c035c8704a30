import type { Modifier } from "./modifier.ts";
import { notText, positions } from "./names.ts";
import { onUtf16 } from "./onUtf16.ts";

/** The value in UTF-16 behind a byte order mark, low byte first: `cmd` is FF FE 63 00 6D 00 64 00. */
export const utf16: Modifier = {
  name: "utf16",
  role: "transform",
  excludes: [...notText, "utf16le", "utf16be"],
  precedes: positions,
  apply: (pattern) => onUtf16("utf16", pattern, { first: "low", mark: "\u00FF\u00FE" }),
};
