import type { Classification, JsonObject } from "../event/index.ts";

/** A record on its way in. */
export interface IncomingRecord {
  /** The place in the request of the record that it is or is in, counted from 0. */
  readonly index: number;
  /** Its place in a record that holds many events, from 0; undefined if it is alone. */
  readonly position?: number;
  /** The record as it came. */
  readonly text: string;
  readonly record: JsonObject;
  /** The sender's own id: a record with an id that is known is a duplicate. Of a record that holds many, position and id are. */
  readonly clientId?: string;
  /** The sender's word on when it happened, in milliseconds since 1970. */
  readonly timeMs?: number;
  /** The sender's word on what it is. */
  readonly logsource?: Partial<Classification>;
}

/** A record that was not taken, and why. */
export interface Rejection {
  readonly index: number;
  readonly code: string;
  readonly message: string;
}

/** A detection that a request's events caused. */
export interface CausedDetection {
  /** The place in the request of the record that its event is or is in. */
  readonly index: number;
  readonly id: string;
  /** The rule's identity: its Sigma id, else its name, else its title. */
  readonly ruleId: string;
  readonly title: string;
  readonly severity: string;
  /** ATT&CK ids, such as `T1048.003`. */
  readonly techniques: readonly string[];
}

/** What a request came to, after commit. */
export interface IngestResult {
  /** Stored and evaluated. */
  readonly accepted: number;
  /** Known by their sender's id: nothing was done. */
  readonly duplicates: number;
  readonly rejected: readonly Rejection[];
  readonly detections: readonly CausedDetection[];
  /** Detections that were stored but are not listed here. */
  readonly detectionsOmitted: number;
}
