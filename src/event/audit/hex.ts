/** The bytes of a text of hexadecimal digits; undefined if it is anything else. */
export function hexBytes(text: string): readonly number[] | undefined {
  if (text.length % 2 !== 0 || !/^[\da-f]+$/i.test(text)) return undefined;
  return Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
  );
}

/** The text that hexadecimal digits stand for, as UTF-8 and else as Latin-1; undefined if they are none. */
export function hexText(text: string): string | undefined {
  if (text.length % 2 !== 0 || !/^[\da-f]+$/i.test(text)) return undefined;
  try {
    return decodeURIComponent(text.replace(/../g, "%$&"));
  } catch {
    return text.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16)));
  }
}
