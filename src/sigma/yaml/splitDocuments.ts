import type { Span } from "../source.ts";

/** One document of a YAML text: what a parser must read, and the part of it that is the document. */
export interface Chunk extends Span {
  /** Without directives, markers, and blank lines at both ends; comments belong to the document that they stand in. */
  readonly body: Span;
}

/** A marker ends whatever stands before it, even inside a quoted value. `^` is not used: it also matches after U+2028. */
const marker = /(?<![^\r\n])\uFEFF?(---|\.\.\.)(?![^ \t\r\n])/g;

/**
 * Splits a text at its document markers, so that a mistake in one document leaves the others readable.
 *
 * @see YAML 1.2.2, section 9.1.2, "Document Markers"
 */
export function splitDocuments(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  let bodyStart: number | undefined;
  const close = (end: number, next: number): void => {
    chunks.push({ start, end: next, body: trimLines(text, bodyStart ?? start, end) });
    start = next;
    bodyStart = undefined;
  };
  for (const found of text.matchAll(marker)) {
    const after = found.index + found[0].length;
    if (found[1] === "...") close(found.index, endOfLine(text, after));
    else {
      if (bodyStart !== undefined || hasContent(text.slice(start, found.index))) close(found.index, found.index);
      bodyStart = after;
    }
  }
  close(text.length, text.length);
  return chunks;
}

/** Whether there is more than blank lines, comments and directives, which all belong to the document that follows. */
const hasContent = (text: string): boolean => /(?:^|[\r\n])(?!%)[ \t\uFEFF]*[^\s#]/.test(text);

function endOfLine(text: string, offset: number): number {
  const lineBreak = text.slice(offset).search(/[\r\n]/);
  return lineBreak < 0 ? text.length : offset + lineBreak;
}

/** Drops blank lines at the start, and blanks at the end: the first line keeps its indentation. */
function trimLines(text: string, start: number, end: number): Span {
  const body = text.slice(start, end);
  const [blankLines = ""] = /^\uFEFF?(?:[ \t]*(?:\r\n|\n|\r))*/.exec(body) ?? [];
  return { start: start + blankLines.length, end: Math.max(start + blankLines.length, start + body.trimEnd().length) };
}
