import { encodeBase64 } from "../../std/index.ts";
import type { StringPart } from "../pattern.ts";
import { openEnd, openStart } from "../wildcards.ts";
import { made, type Modifier, refused } from "./modifier.ts";
import { notText } from "./names.ts";
import { onBytes } from "./onBytes.ts";

/**
 * What base64 makes of the value within a longer text, at each of its three alignments, without the characters at the ends
 * that depend on what stands beside it. Being a part, it is found anywhere in the field, with `contains` or without.
 */
export const base64offset: Modifier = {
  name: "base64offset",
  role: "transform",
  excludes: [...notText, "startswith", "endswith"],
  precedes: ["contains"],
  apply: (pattern) =>
    onBytes("base64offset", pattern, (bytes, cased) => {
      const fragments = [0, 1, 2].map((offset) => encodeAt(offset, bytes));
      if (fragments.includes("")) return refused(tooShort);
      return made(...fragments.map((text) => ({ kind: "string" as const, parts: anywhere(text), cased })));
    }),
};

const tooShort = {
  code: "invalid-value",
  message: "`base64offset` needs two bytes: base64 shows no part of fewer",
} as const;

/** The characters that hold bits of the value alone, where `offset` bytes stand before it in its group of three. */
function encodeAt(offset: number, bytes: readonly number[]): string {
  const encoded = encodeBase64([...Array<number>(offset).fill(0), ...bytes]);
  const before = [0, 2, 3][offset];
  const behind = [0, 3, 2][(offset + bytes.length) % 3] ?? 0;
  return encoded.slice(before, encoded.length - behind);
}

const anywhere = (text: string): readonly StringPart[] => openEnd(openStart([{ kind: "literal", text }]));
