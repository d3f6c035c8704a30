const backslash = 92;

/** The offset after the closing quote of the JSON string that opens at `open`; undefined if it is not closed. */
export function stringEnd(text: string, open: number): number | undefined {
  for (let quote = text.indexOf('"', open + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let before = quote - 1;
    while (text.charCodeAt(before) === backslash) before--;
    const isEscaped = (quote - before) % 2 === 0;
    if (!isEscaped) return quote + 1;
  }
  return undefined;
}
