/** The bytes of a text in UTF-16 (RFC 2781), without a byte order mark: the low byte of each unit comes first, or its high byte. */
export function encodeUtf16(text: string, first: "low" | "high"): readonly number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const low = unit & 0xff;
    const high = unit >> 8;
    if (first === "low") bytes.push(low, high);
    else bytes.push(high, low);
  }
  return bytes;
}
