/** The bytes of a text in UTF-8 (RFC 3629). Half of a surrogate pair becomes U+FFFD, as in any encoder of the web. */
export function encodeUtf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code, 0));
    else if (code > 0xffff) bytes.push(0xf0 | (code >> 18), tail(code, 12), tail(code, 6), tail(code, 0));
    else if (isHalfPair(code)) bytes.push(0xef, 0xbf, 0xbd);
    else bytes.push(0xe0 | (code >> 12), tail(code, 6), tail(code, 0));
  }
  return bytes;
}

/** A byte of the sequence behind its first: six bits of the code point. */
const tail = (code: number, shift: number): number => 0x80 | ((code >> shift) & 0x3f);

const isHalfPair = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
