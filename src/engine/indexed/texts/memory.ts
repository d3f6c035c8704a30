import type { OnFound } from "./scan.ts";
import type { ValueIndex } from "./valueIndex.ts";

/** So many values of a field are remembered, each by a place that its letters give it. */
const size = 64;

/** Of shorter ones looking is as quick as remembering; longer ones seldom come again, and would fill the memory. */
const shortest = 6;
const longest = 512;

/**
 * Remembers what was found in values: the same programs, users and paths come again and again, event after event.
 *
 * A value is compared as a whole with the one at its place, which costs less than looking at its beginning, its end and its places.
 */
export function remembering(index: ValueIndex): ValueIndex {
  const values: string[] = [];
  const findings: (readonly number[])[] = [];
  return (value, found) => {
    if (typeof value !== "string" || value.length < shortest || value.length > longest) {
      index(value, found);
      return;
    }
    const place = placeOf(value);
    if (values[place] !== value) {
      if (values.length === 0) for (let at = 0; at < size; at += 1) [values[at], findings[at]] = ["", nothing];
      values[place] = value;
      findings[place] = lookUp(index, value);
    }
    for (const number of findings[place] ?? nothing) found(number);
  };
}

const nothing: readonly number[] = [];

function lookUp(index: ValueIndex, value: string): readonly number[] {
  let numbers: number[] | undefined;
  const found: OnFound = (number) => {
    if (numbers?.includes(number) !== true) (numbers ??= []).push(number);
  };
  index(value, found);
  return numbers ?? nothing;
}

/** Paths differ near their ends, before the extension; what has none, all over. */
function placeOf(value: string): number {
  const { length } = value;
  const near = value.charCodeAt(length - 5) * 7 + value.charCodeAt(length - 6);
  return (near * 5 + value.charCodeAt(length >> 1) * 3 + value.charCodeAt(length - 1) + length * 11) & (size - 1);
}
