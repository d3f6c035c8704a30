import { openStart } from "../wildcards.ts";
import type { Modifier } from "./modifier.ts";
import { onText } from "./onText.ts";

/** The field ends with the value. */
export const endswith: Modifier = {
  name: "endswith",
  role: "operator",
  apply: (pattern) => onText("endswith", pattern, (text) => ({ ...text, parts: openStart(text.parts) })),
};
