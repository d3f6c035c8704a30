import type { Evidence } from "../engine/index.ts";

/** Evidence as it is stored: long values as excerpts, since the event keeps the whole. */
export interface KeptEvidence extends Evidence {
  /** The length of the whole value, in UTF-16 units, where `value` is only the part around what was found. */
  readonly valueLength?: number;
}

/** What is stored of a detection's evidence. */
export interface EvidenceList {
  readonly items: readonly KeptEvidence[];
  /** Entries that are not kept. */
  readonly omitted: number;
}

const maxValueLength = 1_000;
/** Of all entries together: a list of a thousand values can match at once. */
const maxLength = 20_000;

/** Bounds the evidence of a detection; matching saw everything. At least one entry is kept. */
export function keepEvidence(evidence: readonly Evidence[]): EvidenceList {
  const items: KeptEvidence[] = [];
  let length = 0;
  for (const entry of evidence.map(excerpt)) {
    length += (entry.value?.length ?? 0) + entry.pattern.length + entry.selection.length;
    if (length > maxLength && items.length > 0) break;
    items.push(entry);
  }
  return { items, omitted: evidence.length - items.length };
}

function excerpt(entry: Evidence): KeptEvidence {
  const pattern = clip(entry.pattern, 0);
  const { value } = entry;
  if (value === undefined || value.length <= maxValueLength) return { ...entry, pattern };
  return { ...entry, pattern, value: clip(value, placeOf(entry.pattern, value)), valueLength: value.length };
}

/** Where in a value the longest literal part of the pattern stands; its beginning, if it cannot be told. */
function placeOf(pattern: string, value: string): number {
  const literals = pattern.split(/[*?\\]+/).toSorted((one, other) => other.length - one.length);
  const found = value.toLowerCase().indexOf((literals[0] ?? "").toLowerCase());
  return Math.max(0, found - maxValueLength / 4);
}

const clip = (text: string, from: number): string => text.slice(from, from + maxValueLength);
