import { inspectRegex } from "../../std/index.ts";
import { made, type Modifier, refused } from "./modifier.ts";
import { positions } from "./names.ts";

/** The value is a regular expression, as it is written: no wildcards, no escapes of Sigma. It is found anywhere in the field. */
export const re: Modifier = {
  name: "re",
  role: "operator",
  refinedBy: positions,
  apply: (_, value) => {
    if (value.type === "null") {
      return refused({ code: "invalid-value", message: "`re` needs a regular expression, not null" });
    }
    const inspection = inspectRegex(value.text);
    if (!inspection.ok) return refused({ code: "invalid-regex", message: inspection.reason });
    return made({ kind: "regex", source: value.text, ignoreCase: false, multiline: false, dotAll: false });
  },
};
