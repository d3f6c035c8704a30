import { inspectRegex } from "../../std/index.ts";
import type { Pattern, Position, StringPart } from "../pattern.ts";
import { type Applied, made, type Modifier, refused } from "./modifier.ts";
import { onText } from "./onText.ts";

/** Where in the field the value, the referenced field's value or the match of the expression stands. */
export const atPosition = (
  position: Exclude<Position, "equals">,
  open: (parts: readonly StringPart[]) => readonly StringPart[],
): Modifier => ({
  name: position,
  role: "operator",
  apply: (pattern) => {
    if (pattern.kind === "fieldref") return made({ ...pattern, position });
    if (pattern.kind === "regex") return anchored(pattern, position);
    return onText(position, pattern, (text) => ({ ...text, parts: open(text.parts) }));
  },
});

/** An expression is searched for anywhere, until it is bound to an end: that of the text, whatever `m` says of lines. */
function anchored(pattern: Extract<Pattern, { kind: "regex" }>, position: Exclude<Position, "equals">): Applied {
  if (position === "contains") return made(pattern);
  const source = position === "startswith" ? `\\A(?:${pattern.source})` : `(?:${pattern.source})\\z`;
  const inspection = inspectRegex(source);
  return inspection.ok ? made({ ...pattern, source }) : refused({ code: "invalid-regex", message: inspection.reason });
}
