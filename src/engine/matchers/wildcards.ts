import type { StringPart } from "../../sigma/index.ts";

/** What stands between two `*`. */
export type Segment = readonly Exclude<StringPart, { kind: "anyRun" }>[];

/**
 * Compiles a pattern of any parts for whole texts.
 *
 * The first segment must stand at the start, the last at the end, each other one is taken where it comes first. As a segment
 * always takes the same number of code points, the first place leaves the most to the others, so nothing is ever retried:
 * the time is that of the text's length times the longest segment's.
 */
export function matchWildcards(parts: readonly StringPart[]): (text: string) => boolean {
  const [first = [], ...others] = splitAtRuns(parts);
  const last = others.pop();
  if (!last) return (text) => endOf(first, text, 0) === text.length;
  return (text) => {
    let at = endOf(first, text, 0);
    for (const segment of others) at = at < 0 ? at : search(segment, text, at);
    return at >= 0 && at <= startOf(last, text);
  };
}

/** The pieces between the runs; at least one, and empty ones where a run stands at an end. */
export function splitAtRuns(parts: readonly StringPart[]): Segment[] {
  const segments: Exclude<StringPart, { kind: "anyRun" }>[][] = [[]];
  for (const part of parts) {
    if (part.kind === "anyRun") segments.push([]);
    else segments.at(-1)?.push(part);
  }
  return segments;
}

/** Where the segment ends in its first place at or after `from`, else -1. */
export function search(segment: Segment, text: string, from: number): number {
  const [head] = segment;
  for (let at = from; at <= text.length; at += 1) {
    if (head?.kind === "literal") at = text.indexOf(head.text, at);
    const end = at < 0 ? -1 : endOf(segment, text, at);
    if (end >= 0 || at < 0) return end;
  }
  return -1;
}

/** Where the segment ends if it starts at `at`, else -1. */
export function endOf(segment: Segment, text: string, at: number): number {
  let end = at;
  for (const part of segment) {
    if (part.kind === "anyOne") {
      if (end >= text.length) return -1;
      end += isPair(text, end) ? 2 : 1;
    } else if (part.kind === "oneOf") {
      if (end >= text.length || !part.characters.includes(text.charAt(end))) return -1;
      end += 1;
    } else {
      if (!text.startsWith(part.text, end)) return -1;
      end += part.text.length;
    }
  }
  return end;
}

/** Where the segment starts if it ends with the text, else -1. */
export function startOf(segment: Segment, text: string): number {
  let start = text.length;
  for (const part of segment.toReversed()) {
    if (part.kind === "anyOne") {
      if (start === 0) return -1;
      start -= isPair(text, start - 2) ? 2 : 1;
    } else if (part.kind === "oneOf") {
      if (start === 0 || !part.characters.includes(text.charAt(start - 1))) return -1;
      start -= 1;
    } else {
      start -= part.text.length;
      if (start < 0 || !text.startsWith(part.text, start)) return -1;
    }
  }
  return start;
}

/** Whether the two units of one code point stand at `at`. */
const isPair = (text: string, at: number): boolean => (text.codePointAt(at) ?? 0) > 0xffff;
