/** A place for people: both count from 1, a column is one code point. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

/** Where an offset of a text is. Lines end with LF, CR LF or CR. Reads the text up to the offset. */
export function locate(text: string, offset: number): Location {
  const before = text.slice(0, offset);
  const line = (before.match(lineBreak) ?? []).length + 1;
  return { line, column: Array.from(before.slice(lineStart(text, offset))).length + 1 };
}

/** The offset at which the line begins that holds `offset`. */
export const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;

/** The offset at which that line ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = /[\r\n]/.exec(text.slice(offset));
  return end ? offset + end.index : text.length;
}

const lineBreak = /\r\n|\n|\r/g;
