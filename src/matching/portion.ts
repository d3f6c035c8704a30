import type { Classification } from "../event/index.ts";
import type { MatchableRecord } from "./evaluate.ts";

/**
 * Records as they travel to a thread: texts, which are copied as they lie in memory, without being encoded. Parsed records would have
 * to be walked: to clone one costs as much as to parse it.
 */
export interface Portion {
  readonly texts: readonly string[];
  /** What their senders declare, one for each text. */
  readonly logsources: readonly (Partial<Classification> | undefined)[];
}

const mostRecords = 500;
/** In UTF-16 units; one record may be longer. */
const mostText = 2 ** 20;
/** A thread is not worth waking for less. */
const fewRecords = 32;

/** Splits records, in their order, so that each of several threads gets some and none gets much at a time. */
export function splitRecords(records: readonly MatchableRecord[], threads: number): (readonly MatchableRecord[])[] {
  const most = Math.min(mostRecords, Math.max(fewRecords, Math.ceil(records.length / threads)));
  const parts: MatchableRecord[][] = [];
  let part: MatchableRecord[] = [];
  let length = 0;
  for (const record of records) {
    if (part.length === most || (part.length > 0 && length + record.text.length > mostText)) {
      parts.push(part);
      part = [];
      length = 0;
    }
    part.push(record);
    length += record.text.length;
  }
  return part.length === 0 ? parts : [...parts, part];
}

export const packRecords = (records: readonly MatchableRecord[]): Portion => ({
  texts: records.map(({ text }) => text),
  logsources: records.map(({ logsource }) => logsource),
});

/** One by one: what a thread has done with a record need not wait in its memory for the others. */
export function* unpackRecords({ texts, logsources }: Portion): Generator<MatchableRecord> {
  for (const [place, text] of texts.entries()) {
    const logsource = logsources[place];
    yield logsource === undefined ? { text } : { text, logsource };
  }
}
