import { encodeUtf8 } from "../../std/index.ts";
import type { Pattern, StringPattern } from "../pattern.ts";
import { type Applied, refused } from "./modifier.ts";
import { onSpellings } from "./onText.ts";

/** Applies a change to the bytes of a value: those that `wide` made, else those of its text in UTF-8. A wildcard has none. */
export function onBytes(
  modifier: string,
  pattern: Pattern,
  change: (bytes: readonly number[], cased: boolean) => Applied,
): Applied {
  return onSpellings(modifier, pattern, (text) => {
    const bytes = bytesOf(text);
    if (bytes) return change(bytes, text.cased);
    const message = `\`${modifier}\` cannot encode a wildcard`;
    return refused({
      code: "encoded-wildcard",
      message,
      hint: "a star or question mark that is text is `\\*` or `\\?`",
    });
  });
}

function bytesOf({ parts, inBytes }: StringPattern): readonly number[] | undefined {
  const literals = parts.filter((part) => part.kind === "literal");
  if (literals.length < parts.length) return undefined;
  const text = literals.map((part) => part.text).join("");
  return inBytes ? Array.from(text, (character) => character.charCodeAt(0)) : encodeUtf8(text);
}
