import { openEnd, openStart } from "../wildcards.ts";
import type { Modifier } from "./modifier.ts";
import { onText } from "./onText.ts";

/** The value stands anywhere in the field. */
export const contains: Modifier = {
  name: "contains",
  role: "operator",
  apply: (pattern) => onText("contains", pattern, (text) => ({ ...text, parts: openEnd(openStart(text.parts)) })),
};
