import type { Place } from "../event/index.ts";

/** The offset of the line break that ends the line which `start` is in, or of the end of the text. */
export function endOfLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
}

/** A line without the white space around it, and where it starts. */
interface Line {
  readonly text: string;
  readonly start: Place;
}

/** The lines of a text that are not blank. White space is passed over unit by unit: a hostile body may be nothing else. */
export function* linesOf(text: string, firstLine: number): Generator<Line> {
  let line = firstLine;
  let lineStart = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed) {
      line++;
      lineStart = at + 1;
    } else if (unit !== space && unit !== carriageReturn && unit !== tab) {
      const end = endOfLine(text, at);
      yield { text: text.slice(at, end).trimEnd(), start: { line, column: at - lineStart + 1 } };
      at = end - 1;
    }
  }
}

const [tab, lineFeed, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20];

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
