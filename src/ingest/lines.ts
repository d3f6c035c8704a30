import type { Place } from "../event/index.ts";

/** The offset of the line break that ends the line which `start` is in, or of the end of the text. */
export function endOfLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

/** The lines of a text without their breaks. */
export function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const end = endOfLine(text, start);
    yield text.slice(start, end);
    start = end + 1;
  }
}

/** Turns offsets into places. For offsets in rising order every line break is looked for once; a step back starts over. */
export function placesIn(text: string): (offset: number) => Place {
  const first = { line: 1, start: 0, end: endOfLine(text, 0) };
  let current = first;
  return (offset) => {
    if (offset < current.start) current = first;
    while (offset > current.end) {
      const start = current.end + 1;
      current = { line: current.line + 1, start, end: endOfLine(text, start) };
    }
    return { line: current.line, column: offset - current.start + 1 };
  };
}
