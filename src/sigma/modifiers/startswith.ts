import { openEnd } from "../wildcards.ts";
import type { Modifier } from "./modifier.ts";
import { onText } from "./onText.ts";

/** The field begins with the value. */
export const startswith: Modifier = {
  name: "startswith",
  role: "operator",
  apply: (pattern) => onText("startswith", pattern, (text) => ({ ...text, parts: openEnd(text.parts) })),
};
