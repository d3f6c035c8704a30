import { isUtf8 } from "node:buffer";

/**
 * Turns the bytes of a request into text: UTF-8, or UTF-16 that says so with its byte order mark (PowerShell's own files).
 *
 * Bytes that are not UTF-8 become lone surrogates, which no text contains, so that the records that hold them are known and the
 * others are not harmed.
 */
export function decodeText(bytes: Buffer): string {
  if (isUtf16(bytes)) return bytes.toString("utf16le", 2);
  return decodeUtf8(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
}

/** The same for bytes that do not begin with a mark, or in the middle of others. */
export const decodeUtf8 = (bytes: Buffer): string => (isUtf8(bytes) ? bytes.toString("utf8") : decodeDamaged(bytes));

/** Whether bytes begin with the byte order mark of UTF-16, little end first. */
export const isUtf16 = (bytes: Buffer): boolean => bytes[0] === 0xff && bytes[1] === 0xfe;

/** Valid sequences as they are, every other byte as U+DC00 + byte. In one loop, as a hostile body may be nothing but damage. */
function decodeDamaged(bytes: Buffer): string {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const size = sequenceSize(first);
    const code = size === 1 ? first : codePoint(bytes, at, size);
    if (code === undefined || (size === 1 && first >= 0x80)) {
      units[length++] = 0xdc00 + first;
      at++;
      continue;
    }
    if (code > 0xffff) units[length++] = 0xd800 + ((code - 0x10000) >> 10);
    units[length++] = code > 0xffff ? 0xdc00 + (code & 0x3ff) : code;
    at += size;
  }
  return Buffer.from(units.buffer, 0, length * 2).toString("utf16le");
}

/** How many bytes a sequence has by its first one. */
function sequenceSize(first: number): number {
  if (first < 0xc0 || first > 0xf4) return 1;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** The character of a sequence; undefined if it is cut, too long for its character, a surrogate or beyond Unicode. */
function codePoint(bytes: Buffer, at: number, size: number): number | undefined {
  let code = (bytes[at] ?? 0) & (0xff >> (size + 1));
  for (let next = at + 1; next < at + size; next++) {
    const byte = bytes[next] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const isShortest = code >= (size === 2 ? 0x80 : size === 3 ? 0x800 : 0x10000);
  return isShortest && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? code : undefined;
}
