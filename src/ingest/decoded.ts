import type { Classification, JsonObject, RecordProblem } from "../event/index.ts";

/** One event of a request, as its sender wrote it. */
export interface DecodedRecord {
  /** The ordinal in the request of the record that it is or is in, from 0; refused ones count. Of records that were joined, that of the last. */
  readonly index: number;
  /** Its place in a record that holds many events, from 0; undefined if it is alone. */
  readonly position?: number;
  /** The record's own text, unchanged: the line, the element of the list, or the `record` of the wrapper. A raw line as JSON. */
  readonly text: string;
  readonly record: JsonObject;
  /** The sender's id for this event: a retry with it changes nothing. */
  readonly clientId?: string;
  /** When it happened by the sender's word, in milliseconds since 1970. */
  readonly timeMs?: number;
  /** What it is by the sender's word, to be handed to `normalise`. */
  readonly logsource?: Partial<Classification>;
}

/** One event of a request that cannot be taken; the others are. `code` is public API: add codes, never rename one. */
export interface Rejection {
  readonly index: number;
  readonly code: RecordProblem["code"] | "invalid-wrapper";
  readonly message: string;
}

/**
 * What a request holds, or why it is refused as a whole: `too-large` and `too-many-events` are about its size, `unknown-encoding`
 * about its Content-Encoding, `unknown-source` about its `source`, `broken-encoding` and `empty` about its bytes.
 */
export type Decoded =
  | {
      readonly kind: "decoded";
      /** How many records there were: those that hold many events count once, refused ones count as well. */
      readonly items: number;
      readonly records: readonly DecodedRecord[];
      readonly rejections: readonly Rejection[];
    }
  | Refusal;

export interface Refusal {
  readonly kind: "refused";
  readonly code: "too-large" | "too-many-events" | "unknown-encoding" | "unknown-source" | "broken-encoding" | "empty";
  readonly message: string;
}

export const emptyRequest: Refusal = { kind: "refused", code: "empty", message: "the request holds no events" };
