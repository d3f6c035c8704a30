import { beginning, type Evidence, excerptAround } from "../engine/index.ts";

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
  const pattern = beginning(entry.pattern, maxValueLength).text;
  const { value } = entry;
  if (value === undefined || value.length <= maxValueLength) return { ...entry, pattern };
  const { text, length } = excerptAround(value, entry.pattern, maxValueLength);
  return { ...entry, pattern, value: text, valueLength: length };
}
