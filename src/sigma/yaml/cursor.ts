import type { Event } from "js-yaml";
import { type Problem, problem, type Report } from "../problem.ts";
import { quote } from "../quote.ts";
import type { Span } from "../source.ts";

/** What a parser found in a text that begins at `base` of its file. */
export interface Parsed {
  readonly text: string;
  readonly base: number;
  readonly events: readonly Event[];
  readonly report: Report;
}

/** Where the reader stands: the next event, the end of the text that has been read, and how many collections are open. Offsets into the parsed text. */
export interface Cursor extends Parsed {
  next: number;
  end: number;
  depth: number;
}

/** How deep maps and lists may be nested. */
export const maxDepth = 64;

export const tooDeep = (span: Span): Problem =>
  problem("yaml-too-deep", span, `maps and lists are nested more than ${maxDepth} deep`);

/** From offsets into the parsed text to a span of the file. */
export const spanAt = ({ base }: Parsed, start: number, end: number): Span => ({
  start: base + start,
  end: base + end,
});

export function refuseTag(parsed: Parsed, start: number, end: number): void {
  const tag = quote(parsed.text.slice(start, end));
  parsed.report(problem("yaml-tag", spanAt(parsed, start, end), `the tag ${tag} is refused`));
}
