import type { StringPart, StringPattern } from "../../sigma/index.ts";
import { fold, type TextRange } from "../../std/index.ts";
import { endOf, search, type Segment, splitAtRuns, startOf } from "../matchers/wildcards.ts";

/** Where the pieces between the runs of a pattern stand in a value that it matches; none if it does not. */
export function stringPlaces({ parts, cased }: StringPattern, value: string): TextRange[] {
  const text = textFor(cased, value);
  const [first = [], ...others] = segmentsOf(parts, cased);
  const last = others.pop();
  const begins = endOf(first, text, 0);
  if (!last) return begins === text.length ? ranges([{ start: 0, end: begins }]) : [];
  const found = [{ start: 0, end: begins }];
  for (const segment of others) found.push(placeOf(segment, text, found.at(-1)?.end ?? 0));
  const ends = startOf(last, text);
  const isMatch = found.every(({ end }) => end >= 0) && ends >= (found.at(-1)?.end ?? 0);
  return isMatch ? ranges([...found, { start: ends, end: text.length }]) : [];
}

/** The same for a part of a value, whose ends are not the value's: those pieces that it has, one after the other. */
export function piecesWithin({ parts, cased }: StringPattern, excerpt: string): TextRange[] {
  const text = textFor(cased, excerpt);
  const found: TextRange[] = [];
  for (const segment of segmentsOf(parts, cased)) {
    const place = placeOf(segment, text, found.at(-1)?.end ?? 0);
    if (place.end >= 0) found.push(place);
  }
  return ranges(found);
}

/** Folding keeps lengths: places in the folded text are those in the text. */
const textFor = (cased: boolean, text: string): string => (cased ? text : fold(text));

const segmentsOf = (parts: readonly StringPart[], cased: boolean): readonly Segment[] =>
  splitAtRuns(parts.map((part) => (part.kind === "literal" && !cased ? { ...part, text: fold(part.text) } : part)));

/** The first place at or after `from`; its end is -1 if there is none. */
function placeOf(segment: Segment, text: string, from: number): TextRange {
  const end = from < 0 ? -1 : search(segment, text, from);
  return { start: end < 0 ? -1 : startOf(segment, text.slice(0, end)), end };
}

/** A piece without text, at the end of a pattern, is no place. */
const ranges = (found: readonly TextRange[]): TextRange[] => found.filter(({ start, end }) => end > start);
