import { type Atom, has, inField, type Samples } from "./atom.ts";
import { spell, tokensOf } from "./text.ts";

/** Values under `base64` and `base64offset`, perhaps behind `wide` or `windash`: what Node's own encoder makes of them. */
export function encodedSamples(atom: Atom): Samples {
  const values = spell(atom, tokensOf(atom)).map((tokens) => bytesOf(atom, tokens.map(({ text }) => text).join("")));
  const codes = values.flatMap((bytes) => (has(atom, "base64offset") ? embedded(bytes) : [bytes.toString("base64")]));
  const open = has(atom, "base64offset") || has(atom, "contains");
  const matches = codes.flatMap((code) => (open ? [code, `powershell -e ${code}\n`] : [code]));
  const broken = values.map((bytes) => Buffer.from(bytes.map((byte) => byte ^ 1)).toString("base64"));
  return {
    matches: matches.map((text) => inField(atom, text)),
    misses: broken.map((text) => inField(atom, text)),
  };
}

const bytesOf = (atom: Atom, text: string): Buffer =>
  has(atom, "wide") || has(atom, "utf16le") ? Buffer.from(text, "utf16le") : Buffer.from(text, "utf8");

/** The value within a longer text, at every alignment, with neighbours of every kind. */
const embedded = (bytes: Buffer): readonly string[] =>
  [0, 1, 2, 3, 4, 5].flatMap((before) =>
    [0, 1, 2].flatMap((behind) =>
      [0x00, 0x20, 0xff].map((byte) =>
        Buffer.concat([Buffer.alloc(before, byte), bytes, Buffer.alloc(behind, byte)]).toString("base64"),
      ),
    ),
  );
