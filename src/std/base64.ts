const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes in base64: the standard alphabet, with padding (RFC 4648, section 4). */
export function encodeBase64(bytes: readonly number[]): string {
  const groups: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) groups.push(encodeGroup(bytes.slice(at, at + 3)));
  return groups.join("");
}

/** One to three bytes are two to four characters; `=` fills up to four. */
function encodeGroup(bytes: readonly number[]): string {
  const [first = 0, second = 0, third = 0] = bytes;
  const bits = (first << 16) | (second << 8) | third;
  const characters = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 0x3f));
  return characters
    .slice(0, bytes.length + 1)
    .join("")
    .padEnd(4, "=");
}
