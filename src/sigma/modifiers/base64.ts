import { encodeBase64 } from "../../std/index.ts";
import { made, type Modifier } from "./modifier.ts";
import { base64s, notText, positions } from "./names.ts";
import { onBytes } from "./onBytes.ts";

/** The value in base64, of its UTF-8 bytes or of those that `wide` made. Twice: base64 of base64. */
export const base64: Modifier = {
  name: "base64",
  role: "transform",
  times: 2,
  excludes: notText,
  precedes: [base64s[1], ...positions],
  apply: (pattern) =>
    onBytes("base64", pattern, (bytes, cased) =>
      made({ kind: "string", parts: [{ kind: "literal", text: encodeBase64(bytes) }], cased }),
    ),
};
