import { encodeUtf16 } from "../../std/index.ts";
import type { Pattern, StringPart } from "../pattern.ts";
import { joinParts } from "../wildcards.ts";
import { type Applied, made } from "./modifier.ts";
import { onSpellings } from "./onText.ts";

/** Where a modifier puts the bytes of a character, and what it puts before the first. */
interface Encoding {
  readonly first: "low" | "high";
  readonly mark?: string;
}

/**
 * Makes a value of its bytes in UTF-16. `base64` takes the bytes; alone, they are looked for as characters: text with a NUL
 * beside each letter, which is how a sensor shows UTF-16 that it takes for something else. A `?` is any two bytes then.
 */
export const onUtf16 = (modifier: string, pattern: Pattern, { first, mark }: Encoding): Applied =>
  onSpellings(modifier, pattern, (text) => {
    const parts = text.parts.flatMap((part) => encode(part, first));
    const marked = mark === undefined ? parts : joinParts([{ kind: "literal", text: mark }, ...parts]);
    return made({ ...text, parts: marked, inBytes: true });
  });

function encode(part: StringPart, first: Encoding["first"]): readonly StringPart[] {
  if (part.kind === "literal") return [{ kind: "literal", text: bytesAsText(encodeUtf16(part.text, first)) }];
  return part.kind === "anyOne" ? [part, part] : [part];
}

const bytesAsText = (bytes: readonly number[]): string => bytes.map((byte) => String.fromCharCode(byte)).join("");
