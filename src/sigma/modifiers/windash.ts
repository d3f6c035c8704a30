import type { StringPart } from "../pattern.ts";
import type { Modifier } from "./modifier.ts";
import { base64s, notText, utf16s } from "./names.ts";
import { onText } from "./onText.ts";

/** What Windows programs take for the sign of an option: hyphen, slash, en dash, em dash, horizontal bar. */
const dashes = "-/\u2013\u2014\u2015";

/** A dash that begins a word, as in ` -enc` and `C:/x`, and not as in `foo-bar` or the second of `-a-b`. */
const optionSign = /(?<![\p{L}\p{N}_])[-/\u2013-\u2015](?=[\p{L}\p{N}_])/u;

/** A sign of an option may be any other dash or a slash. It stays one pattern, however many signs there are. */
export const windash: Modifier = {
  name: "windash",
  role: "transform",
  excludes: notText,
  precedes: [...base64s, ...utf16s],
  apply: (pattern) => onText("windash", pattern, (text) => ({ ...text, parts: text.parts.flatMap(freeSigns) })),
};

function freeSigns(part: StringPart): readonly StringPart[] {
  if (part.kind !== "literal") return [part];
  const parts: StringPart[] = [];
  for (const [index, text] of part.text.split(optionSign).entries()) {
    if (index > 0) parts.push({ kind: "oneOf", characters: dashes });
    if (text !== "") parts.push({ kind: "literal", text });
  }
  return parts;
}
