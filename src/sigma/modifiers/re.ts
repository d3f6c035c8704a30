import { compileRegex } from "../../std/index.ts";
import type { Pattern } from "../pattern.ts";
import type { Fault } from "../problem.ts";
import { made, type Modifier, refused } from "./modifier.ts";

/** The value is a regular expression, as it is written: no wildcards, no escapes of Sigma. It is found anywhere in the field. */
export const re: Modifier = {
  name: "re",
  role: "operator",
  apply: (_, value) =>
    value.type === "null"
      ? refused({ code: "invalid-value", message: "`re` needs a regular expression, not null" })
      : made({ kind: "regex", source: value.text, ignoreCase: false, multiline: false, dotAll: false }),
  refuse,
};

function refuse(pattern: Pattern): Fault | undefined {
  if (pattern.kind !== "regex") return undefined;
  const compiled = compileRegex(pattern.source, pattern);
  return compiled.ok ? undefined : { code: "invalid-regex", message: compiled.reason };
}
