/** A part of a text, and how long the whole is, in UTF-16 units. */
export interface Excerpt {
  readonly text: string;
  readonly length: number;
}

/** The first so many units of a text. */
export const beginning = (text: string, most: number): Excerpt => ({ text: text.slice(0, most), length: text.length });

/** The part of a value around what a pattern found in it: a quarter of the excerpt stands before. */
export function excerptAround(value: string, pattern: string, most: number): Excerpt {
  if (value.length <= most) return { text: value, length: value.length };
  const from = Math.max(0, placeOf(pattern, value) - most / 4);
  return { text: value.slice(from, from + most), length: value.length };
}

/** Where the longest literal part of the pattern stands; -1, if it cannot be told. */
function placeOf(pattern: string, value: string): number {
  const literals = pattern.split(/[*?\\]+/).toSorted((one, other) => other.length - one.length);
  return value.toLowerCase().indexOf((literals[0] ?? "").toLowerCase());
}
