import type { Classification } from "../event/index.ts";
import type { MatchableRecord } from "./evaluate.ts";

/**
 * Records as they travel to a thread: bytes, which change their owner and are not copied. Parsed records would be: to clone one costs
 * as much as to parse it.
 */
export interface Portion {
  /** UTF-8: of each record its text, then its declared logsource as JSON, or nothing. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each of these texts ends. */
  readonly ends: Int32Array<ArrayBuffer>;
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

export function encodeRecords(records: readonly MatchableRecord[]): Portion {
  const texts = records.flatMap(({ text, logsource }) => [text, logsource ? JSON.stringify(logsource) : ""]);
  const size = texts.reduce((total, text) => total + Buffer.byteLength(text), 0);
  // Not of the pool that small buffers share: this memory is given away.
  const bytes = Buffer.allocUnsafeSlow(size);
  const ends = new Int32Array(texts.length);
  let end = 0;
  for (const [place, text] of texts.entries()) {
    end += bytes.write(text, end);
    ends[place] = end;
  }
  return { bytes, ends };
}

/** What changes its owner when a portion is posted. */
export const transferOf = ({ bytes, ends }: Portion): readonly ArrayBuffer[] => [bytes.buffer, ends.buffer];

export function* decodeRecords({ bytes, ends }: Portion): Generator<MatchableRecord> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  for (let place = 0; place < ends.length; place += 2) {
    const [textEnd = start, end = start] = ends.subarray(place, place + 2);
    const text = buffer.toString("utf8", start, textEnd);
    const logsource = buffer.toString("utf8", textEnd, end);
    yield logsource === "" ? { text } : { text, logsource: JSON.parse(logsource) as Partial<Classification> };
    start = end;
  }
}
