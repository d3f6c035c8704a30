import type { Pattern } from "../pattern.ts";
import { made, type Modifier, refused } from "./modifier.ts";
import { positions } from "./names.ts";
import { showValue } from "./showValue.ts";

/** The value is the name of another field of the event, whose value is compared. */
export const fieldref: Modifier = {
  name: "fieldref",
  role: "operator",
  needsField: true,
  refinedBy: positions,
  apply: (pattern, value) => {
    const { type, text } = value;
    if (type !== "null" && text !== "" && !/[*?]/.test(text)) {
      return made({ kind: "fieldref", field: text, position: "equals", cased: isCased(pattern) });
    }
    const message = `\`fieldref\` needs the name of a field: ${showValue(value)} is none`;
    return refused({ code: "invalid-value", message });
  },
};

const isCased = (pattern: Pattern): boolean => pattern.kind === "string" && pattern.cased;
