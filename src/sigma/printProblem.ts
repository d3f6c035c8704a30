import { lineEnd, lineStart, locate } from "./locate.ts";
import type { Problem } from "./problem.ts";
import { unprintable } from "./quote.ts";
import type { Source, Span } from "./source.ts";

/** How much of a line is shown, in UTF-16 units; of a longer one the part around the problem. */
const maxWidth = 160;
const contextBefore = 60;

/**
 * A problem for people, over several lines without a last line break:
 *
 * ```text
 * rules/a.yml:7:15: error[unknown-modifier]: there is no modifier `contain`
 *     CommandLine|contain: whoami
 *                 ^^^^^^^
 * hint: did you mean `contains`?
 * ```
 *
 * Of a span over several lines the first is shown.
 */
export function printProblem(source: Source, problem: Problem<string>): string {
  const { line, column } = locate(source.text, problem.span.start);
  const head = `${source.name}:${line}:${column}: ${problem.severity}[${problem.code}]: ${problem.message}`;
  const hint = problem.hint === undefined ? [] : [`hint: ${problem.hint}`];
  return [clean(head), ...excerpt(source.text, problem.span), ...hint.map(clean)].join("\n");
}

function excerpt(text: string, span: Span): readonly string[] {
  const start = lineStart(text, span.start);
  const end = lineEnd(text, span.start);
  const from = end - start <= maxWidth ? start : Math.max(start, span.start - contextBefore);
  const to = Math.min(end, from + maxWidth);
  const shown = [from > start ? "…" : "", text.slice(from, to), to < end ? "…" : ""].join("");
  const before = (from > start ? "…" : "") + text.slice(from, span.start);
  const under = text.slice(span.start, Math.min(span.end, to));
  return [clean(shown), blank(before) + "^".repeat(Math.max(1, Array.from(under).length))];
}

/** Text of an author must not steer the terminal. */
const clean = (text: string): string =>
  text.replace(unprintable, (character) => (character === "\t" ? "\t" : "\uFFFD"));

/** As wide as the text: tabs stay tabs. */
const blank = (text: string): string => clean(text).replace(/[^\t]/gu, " ");
